package io.axptoken.bench.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axptoken.bench.load.Answers;
import io.axptoken.bench.load.Flood;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A capacity of 1,000 a second: one second at 500, two at 2,000, and two at 500 again. */
class OverloadTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Answers answers = new Answers();
  private final Overload overload =
      new Overload(
          new Flood.Run(0, answers), 1000, SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(2));

  @Test
  void tokensRefusalsAndThoseGivenUpAreToldApart() {
    calm(0, 1000, 1);
    for (int milli = 1000; milli < 3000; milli++) {
      add(milli, 20, 200);
      add(milli, milli % 4 == 0 ? 0 : 3, milli % 4 == 0 ? Answers.GIVEN_UP : 503);
    }
    calm(3000, 5000, 1);

    assertThat(overload.offered()).isEqualTo(2, within(0.01));
    assertThat(overload.goodput()).isEqualTo(0.99, within(0.001));
    assertThat(overload.refused()).isEqualTo(0.375, within(0.001));
    assertThat(overload.givenUp()).isEqualTo(0.125, within(0.001));
    assertThat(overload.refusalP99()).isEqualTo(3, within(0.01));
    assertThat(overload.tokenP99()).isEqualTo(20, within(0.05));
    assertThat(overload.calmP99()).isEqualTo(1, within(0.01));
  }

  @Test
  void aTokenThatComesAfterTheFloodIsNotCountedAsGivenDuringIt() {
    add(2000, 500, 200);
    add(2900, 500, 200);
    assertThat(overload.goodput()).isEqualTo(1 / 2000.0, within(1e-6));
  }

  @Test
  void recoveryIsWhenLatenciesAreBackForAWhile() {
    calm(0, 1000, 1);
    calm(3000, 3200, 100);
    calm(3200, 3300, 1);
    calm(3300, 3400, 100);
    calm(3400, 5000, 2);
    assertThat(overload.recovery()).isEqualTo(0.4, within(1e-6));
  }

  @Test
  void aRefusalAfterTheFloodIsNoRecovery() {
    calm(0, 1000, 1);
    calm(3000, 5000, 1);
    add(3150, 1, 503);
    assertThat(overload.recovery()).isEqualTo(0.2, within(1e-6));
  }

  @Test
  void whatNeverRecoversTakesAllTheTimeThatWasWatched() {
    calm(0, 1000, 1);
    calm(3000, 5000, 50);
    assertThat(overload.recovery()).isEqualTo(2, within(1e-6));
  }

  private void calm(int fromMilli, int toMilli, int took) {
    for (int milli = fromMilli; milli < toMilli; milli += 2) {
      add(milli, took, 200);
    }
  }

  private void add(int dueMilli, int tookMilli, int status) {
    answers.add(dueMilli * 1_000_000L, tookMilli * 1_000_000L, status);
  }
}
