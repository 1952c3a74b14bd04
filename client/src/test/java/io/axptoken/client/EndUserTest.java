package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndUserTest {
  @Test
  void anIdIsEnough() {
    EndUser user = EndUser.withId("user-1");

    assertThat(user.id()).isEqualTo("user-1");
    assertThat(user.name()).isNull();
    assertThat(user.identifiers()).isEmpty();
    assertThat(user.verified()).isNull();
  }

  @Test
  void whatIsKnownIsAddedStepByStepAndLeavesTheFormerUserAlone() {
    EndUser plain = EndUser.withId("user-1");
    EndUser known =
        plain
            .named("Zoë")
            .identifiedBy("emailAddresses", "a@example.com")
            .identifiedBy("emailAddresses", "b@example.com")
            .identifiedBy("phoneNumbers", "+49 30 1")
            .verified(true);

    assertThat(known)
        .isEqualTo(
            new EndUser(
                "user-1",
                "Zoë",
                Map.of(
                    "emailAddresses",
                    List.of("a@example.com", "b@example.com"),
                    "phoneNumbers",
                    List.of("+49 30 1")),
                true));
    assertThat(plain).isEqualTo(EndUser.withId("user-1"));
  }

  @Test
  void identifiersKeepTheirOrder() {
    EndUser user = EndUser.withId("user-1");
    List<String> types = List.of("z", "a", "m", "b", "y");
    for (String type : types) {
      user = user.identifiedBy(type, "value");
    }

    assertThat(user.identifiers().keySet()).containsExactlyElementsOf(types);
  }

  @Test
  void laterChangesOfTheGivenIdentifiersAreNotSeen() {
    for (int size = 1; size <= 2; size++) {
      Map<String, List<String>> given = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        given.put("type" + i, new ArrayList<>(List.of("value")));
      }
      EndUser user = new EndUser("user-1", null, given, null);

      given.values().forEach(values -> values.add("another"));
      given.put("more", List.of("value"));

      assertThat(user.identifiers()).hasSize(size).containsEntry("type0", List.of("value"));
      assertThatThrownBy(() -> user.identifiers().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void whoBreaksTheRulesCannotBeMadeAndTheMessageNamesFieldsWithoutValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> EndUser.withId("user-1").named("n".repeat(71)).identifiedBy("emailAddresses", ""))
        .withMessageContaining("name")
        .withMessageNotContaining("nnn");
  }

  @Test
  @SuppressWarnings("NullAway") // As other languages and careless callers do.
  void whatIsNullAndMustNotBeIsNamed() {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    identifiers.put("emailAddresses", Arrays.asList("z@example.com", null));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndUser.withId(null))
        .withMessage("Not an acceptable end user: [Violation[field=id, message=is missing]]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EndUser("user-1", null, identifiers, null))
        .withMessageContaining("identifiers.emailAddresses[1]");
    assertThat(new EndUser("user-1", null, null, null)).isEqualTo(EndUser.withId("user-1"));
    assertThat(EndUser.withId("user-1").named(null)).isEqualTo(EndUser.withId("user-1"));
  }

  @Test
  void anEndUserDoesNotPrintWhoHeIs() {
    EndUser user =
        EndUser.withId("user-1").named("Zoë").identifiedBy("emailAddresses", "z@example.com");

    assertThat(user.toString())
        .isEqualTo("EndUser[identifierTypes=1, verified=null]")
        .doesNotContain("user-1", "Zoë", "z@example.com");
  }
}
