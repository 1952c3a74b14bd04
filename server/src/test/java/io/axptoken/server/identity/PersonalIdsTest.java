package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.time.Throttle;
import io.axptoken.testing.CapturedLogs;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdsTest {
  private long nanos;
  private final PersonalIds ids =
      new PersonalIds("shop", new Throttle(1, Duration.ofHours(1), () -> nanos));

  @ParameterizedTest
  @ValueSource(strings = {"cust0mer@shop.example", "a@b", "ü@ü.de", "a+b@c.d"})
  void addressesAreTold(String id, CapturedLogs logs) {
    ids.look(id, "jwt");

    assertThat(logs.messages(Level.WARNING))
        .containsExactly(
            "User ids of identity mode jwt look like e-mail addresses: set identity.pseudonymize,"
                + " or use ids that tell nothing. [integration=shop]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+4915112345678", "+1 (202) 555-0100", "tel:+12025550100", "+1.202.5550100"})
  void phoneNumbersAreTold(String id, CapturedLogs logs) {
    ids.look(id, "claimed");

    assertThat(logs.messages(Level.WARNING))
        .hasSize(1)
        .first()
        .asString()
        .contains("phone numbers")
        .doesNotContain(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u1",
        "@",
        "a@",
        "@b",
        "4711",
        "1234567890",
        "+1",
        "a b@c",
        "+123abc4567",
        "auth0|1"
      })
  void otherIdsAreNot(String id, CapturedLogs logs) {
    ids.look(id, "jwt");

    assertThat(logs.messages(Level.WARNING)).isEmpty();
  }

  @Test
  void itIsToldOnceAnHour(CapturedLogs logs) {
    for (int i = 0; i < 100; i++) {
      ids.look("cust0mer" + i + "@shop.example", "jwt");
    }
    assertThat(logs.messages(Level.WARNING)).hasSize(1);

    nanos += Duration.ofHours(1).toNanos();
    ids.look("+12025550100", "jwt");
    assertThat(logs.messages(Level.WARNING)).hasSize(2);
  }
}
