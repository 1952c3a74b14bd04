package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // What other languages and careless callers give.
class EndUserRulesTest {
  @Test
  void theLongestOfEverythingIsAccepted() {
    Map<String, List<String>> identifiers =
        types(10, i -> "t".repeat(49) + i, Collections.nCopies(5, "v".repeat(256)));

    assertThat(EndUserRules.violations("i".repeat(256), "n".repeat(70), identifiers)).isEmpty();
  }

  @Test
  void anEmptyNameAndATypeWithoutValuesAreAccepted() {
    assertThat(EndUserRules.violations("i", "", Map.of("emailAddresses", List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë", "日本語", "😀", "a\u00a0b", "<script>", "' OR 1=1", "{\"a\":1}"})
  void anyPlainTextIsAccepted(String text) {
    assertThat(EndUserRules.violations(text, text, Map.of(text, List.of(text)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "a\nb",
        "a\r",
        "\t",
        "\u007f",
        "\u0085",
        "\ud83d",
        "\ude00",
        "\ud83dx",
        "\ud83d\ud83d",
        "x\ude00\ud83d"
      })
  void controlCharactersAndHalfSurrogatesAreRefusedEverywhere(String text) {
    assertThat(EndUserRules.violations(text, text, Map.of("type", List.of(text))))
        .extracting(Violation::field)
        .containsExactly("id", "name", "identifiers.type[0]");
    assertThat(EndUserRules.violations("i", null, Map.of(text, List.of("v"))))
        .extracting(Violation::field)
        .containsExactly("identifiers[0]");
  }

  @Test
  void theValuesOfATypeThatIsWrongAreCheckedTooAndCalledByItsPlace() {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    identifiers.put("fine", List.of("v"));
    identifiers.put("", List.of("v", ""));
    identifiers.put("bad\ntype", List.of("v", "\n"));

    assertThat(EndUserRules.violations("i", null, identifiers))
        .extracting(Violation::field)
        .containsExactly(
            "identifiers[1]", "identifiers[1][1]", "identifiers[2]", "identifiers[2][1]");
  }

  @Test
  void lengthsAreThePlatformsOwn() {
    assertThat(EndUserRules.violations("", null, Map.of()))
        .containsExactly(new Violation("id", "must be 1 to 256 characters long"));
    assertThat(EndUserRules.violations("i".repeat(257), null, Map.of()))
        .containsExactly(new Violation("id", "must be 1 to 256 characters long"));
    assertThat(EndUserRules.violations("i", "n".repeat(71), Map.of()))
        .containsExactly(new Violation("name", "must be at most 70 characters long"));
  }

  @Test
  void anEmojiCountsAsTwo() {
    assertThat(EndUserRules.violations("i", "😀".repeat(35), Map.of())).isEmpty();
    assertThat(EndUserRules.violations("i", "😀".repeat(36), Map.of())).hasSize(1);
  }

  @Test
  void identifiersAreBoundedInNumberAndLength() {
    assertThat(EndUserRules.violations("i", null, types(11, i -> "t" + i, List.of("v"))))
        .containsExactly(new Violation("identifiers", "must have at most 10 types"));
    assertThat(EndUserRules.violations("i", null, Map.of("t".repeat(51), List.of("v"))))
        .extracting(Violation::field)
        .containsExactly("identifiers[0]");
    assertThat(EndUserRules.violations("i", null, Map.of("", List.of("v"))))
        .extracting(Violation::field)
        .containsExactly("identifiers[0]");
    assertThat(EndUserRules.violations("i", null, Map.of("t", Collections.nCopies(6, "v"))))
        .containsExactly(new Violation("identifiers.t", "must have at most 5 values"));
    assertThat(EndUserRules.violations("i", null, Map.of("t", List.of("v", "", "v".repeat(257)))))
        .extracting(Violation::field)
        .containsExactly("identifiers.t[1]", "identifiers.t[2]");
  }

  @Test
  void allBrokenRulesAreToldAtOnceAndNoValueIsShown() {
    List<Violation> violations =
        EndUserRules.violations("secret\n", "n".repeat(71), Map.of("t", List.of("secret\n")));

    assertThat(violations).hasSize(3);
    assertThat(violations.toString()).doesNotContain("secret", "nnn");
  }

  @Test
  void whatIsNullIsABrokenRuleAndNoException() {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    identifiers.put("none", null);
    identifiers.put("some", Arrays.asList("v", null));
    identifiers.put(null, List.of("v"));

    assertThat(EndUserRules.violations(null, null, identifiers))
        .extracting(Violation::field)
        .containsExactly("id", "identifiers.none", "identifiers.some[1]", "identifiers[2]");
    assertThat(EndUserRules.violations(null, null, null))
        .containsExactly(new Violation("id", "is missing"));
  }

  private static Map<String, List<String>> types(
      int count, IntFunction<String> name, List<String> values) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(name::apply, i -> values));
  }
}
