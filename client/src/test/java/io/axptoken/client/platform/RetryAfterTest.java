package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0, 0",
    "0.001, 1",
    "1.5, 2",
    "299.997, 300",
    "' 300.0 ', 300",
    "0000000000000000000000007, 7",
    "3599.5, 3600",
    "7, 7",
    "' 7 ', 7",
    "007, 7",
    "3600, 3600",
    "3601, 3600",
    "99999999999999999999999, 3600",
    "'Thu, 01 Jan 2026 00:00:30 GMT', 30",
    "'Wed, 31 Dec 2025 23:59:59 GMT', 0",
    "'Fri, 31 Dec 9999 23:59:59 GMT', 3600"
  })
  void secondsAndDatesAreUnderstoodWithinBounds(String header, long seconds) {
    assertThat(RetryAfter.of(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "-0.5",
        ".5",
        "1e3",
        "1,5",
        "+1",
        "soon",
        "1s",
        "٣",
        "Thu, 32 Jan 2026 00:00:30 GMT"
      })
  void anythingElseSaysNothing(String header) {
    assertThat(RetryAfter.of(header, NOW)).isNull();
  }

  @Test
  void noHeaderSaysNothing() {
    assertThat(RetryAfter.of(null, NOW)).isNull();
  }
}
