package io.axptoken.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimesTest {
  @ParameterizedTest
  @CsvSource({
    "900, 900",
    "3600, 3600",
    "3601, 3600",
    "9223372036854775807, 3600",
    "1, 1",
    "0, 60",
    "-1, 60",
    "-9223372036854775808, 60"
  })
  void aStatedLifetimeIsBelievedWithinBounds(long stated, long believed) {
    assertThat(Lifetimes.believed(Duration.ofSeconds(stated)))
        .isEqualTo(Duration.ofSeconds(believed));
  }

  @Test
  void withoutAStatementAMinuteIsBelieved() {
    assertThat(Lifetimes.believed(null)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "900, 675000",
    "240, 180000",
    "200, 140000",
    "120, 60000",
    "119, 89250",
    "60, 45000",
    "1, 750"
  })
  void theRefreshIsDueAtThreeQuartersAndAMinuteEarlyWhereThatLeavesHalf(long life, long millis) {
    assertThat(Lifetimes.untilRefresh(Duration.ofSeconds(life)))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"900, 890000", "100, 90000", "60, 54000", "1, 900"})
  void aTokenIsPutAsideALittleBeforeItsEnd(long life, long millis) {
    assertThat(Lifetimes.untilEnd(Duration.ofSeconds(life))).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, 0, 1, 2, 10, 59, 60, 61, 119, 120, 121, 900, 3600, 1_000_000})
  void theRefreshIsAlwaysDueAfterTheBeginningAndBeforeTheEnd(long stated) {
    Duration life = Lifetimes.believed(Duration.ofSeconds(stated));

    assertThat(Lifetimes.untilRefresh(life)).isPositive().isLessThan(Lifetimes.untilEnd(life));
  }
}
