package io.axptoken.service.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

class YamlLineTest {
  private static Object loaded(String line) {
    LoadSettings texts = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    return new Load(texts).loadFromString("key: " + line + "  # comment\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "3001",
        "012",
        "null",
        "~",
        "no",
        "true",
        "::1",
        "a: b",
        "a #b",
        "#",
        "- x",
        "[",
        "]",
        "{a}",
        "a, b",
        "*",
        "&a",
        "!tag",
        "%",
        "@",
        "`",
        "|",
        ">",
        "'",
        "\"",
        "it's",
        "\\",
        "${env:X}",
        "$${x}",
        "ü",
        "🙂",
        "\t",
        "a\nb\n",
        "\r\n",
        "\0",
        "\7",
        "\u0085",
        "\u2028",
        "\ufeff",
        "https://a.example:8443/x?y#z",
        "+49: 1",
        "<<",
        "=",
        "---",
        "..."
      })
  void aTextStaysOnItsLineAndComesBackAsItWas(String text) {
    for (Object value :
        List.of(text, List.of(text, text), Map.of("name", text), Map.of("a." + text, List.of()))) {
      String line = YamlLine.of(value);

      assertThat(line).doesNotContain("\n", "\r", "\0", "\7");
      assertThat(loaded(line)).as(line).isEqualTo(Map.of("key", value));
    }
  }

  @Test
  void noTextIsTooLongForALine() {
    String text = "a b, ".repeat(500);

    assertThat(loaded(YamlLine.of(text))).isEqualTo(Map.of("key", text));
    assertThat(YamlLine.of(List.of(text, text))).doesNotContain("\n");
  }

  @Test
  void quotesAreOnlyWhereTheyAreNeeded() {
    assertThat(YamlLine.of(List.of("info", "/etc/ca.pem", "8080", "a:b", "null")))
        .isEqualTo("[info, /etc/ca.pem, 8080, 'a:b', 'null']");
  }
}
