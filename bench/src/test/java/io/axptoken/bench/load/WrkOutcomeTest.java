package io.axptoken.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrkOutcomeTest {
  private static final String GOOD =
      """
      Running 2s test
        1 threads and 4 connections
      bench answers=30000 micros=2000000 refused=0 connect=0 read=0 write=0 timeout=0
      """;

  @Test
  void theLineOfTheScriptIsRead() {
    WrkOutcome outcome = WrkOutcome.parse(GOOD);
    assertThat(outcome).isEqualTo(new WrkOutcome(30_000, Duration.ofSeconds(2)));
    assertThat(outcome.rate()).isEqualTo(15_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "connect", "read", "write", "timeout"})
  void oneBadAnswerOrSocketErrorVoidsTheRun(String error) {
    assertThatThrownBy(() -> WrkOutcome.parse(GOOD.replace(error + "=0", error + "=1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(error + "=1");
  }

  @Test
  void aRunWithoutAnswersIsVoid() {
    assertThatThrownBy(() -> WrkOutcome.parse(GOOD.replace("=30000", "=0")).withAnswers())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no answer came");
  }

  @Test
  void outputWithoutAResultIsShown() {
    assertThatThrownBy(() -> WrkOutcome.parse("unable to connect"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unable to connect");
  }
}
