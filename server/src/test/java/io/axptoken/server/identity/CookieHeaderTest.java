package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieHeaderTest {
  private static List<String> values(String... fields) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String field : fields) {
      headers.add("cookie", field);
    }
    return CookieHeader.values(headers, "g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "g=1 => 1",
        "a=b; g=1; c=d => 1",
        "a=b;g=1 => 1",
        "g=1; g=2 => 1 2",
        "g = 1 => 1",
        "g=a=b => a=b",
        "G=1 => ''",
        "xg=1; gx=1 => ''",
        "g => ''",
        "=g=1 => ''",
        "a=g=1 => ''",
        "a=\"; g=1\" => 1\""
      })
  void theValuesOfANameAreFound(String field, String expected) {
    assertThat(String.join(" ", values(field))).isEqualTo(expected);
  }

  @Test
  void aHeaderInPiecesIsOne() {
    assertThat(values("g=1", "a=b; g=2")).containsExactly("1", "2");
    assertThat(values()).isEmpty();
  }

  @Test
  void aFloodOfThemIsCutShort() {
    assertThat(values("g=1;".repeat(1000), "g=2")).hasSize(8);
  }
}
