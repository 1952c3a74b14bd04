package io.axptoken.service.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often like events pass. */
class ThrottleTest {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private long nanos = Long.MAX_VALUE - 5;

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void soManyPassInAPeriodAndTheRestIsCounted() {
    Throttle throttle = new Throttle(2, PERIOD, () -> nanos);

    assertThat(throttle.admit()).isZero();
    assertThat(throttle.admit()).isZero();
    assertThat(throttle.admit()).isEqualTo(Throttle.LEFT_OUT);
    assertThat(throttle.lets()).isFalse();
    pass(PERIOD.minusNanos(1));
    assertThat(throttle.lets()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(throttle.admit()).isEqualTo(3);
    assertThat(throttle.admit()).isZero();
  }

  @Test
  void aPeriodBeginsWithWhatPassesInIt() {
    Throttle throttle = new Throttle(1, PERIOD, () -> nanos);
    pass(Duration.ofDays(1));

    assertThat(throttle.lets()).isTrue();
    pass(PERIOD.minusNanos(1));
    assertThat(throttle.lets()).isFalse();
  }

  @Test
  void oneOfEachSourcePassesAndNoMoreThanSoMany() {
    Throttle throttle = new Throttle(2, PERIOD, () -> nanos);

    assertThat(throttle.admit("a")).isZero();
    assertThat(throttle.admit("a")).isEqualTo(Throttle.LEFT_OUT);
    assertThat(throttle.admit("b")).isEqualTo(1);
    assertThat(throttle.admit("c")).isEqualTo(Throttle.LEFT_OUT);
    pass(PERIOD);
    assertThat(throttle.admit("a")).isEqualTo(1);
  }

  @Test
  void whatIsStillCountedCanBeTold() {
    Throttle throttle = new Throttle(1, PERIOD, () -> nanos);
    throttle.admit();
    throttle.admit();

    assertThat(throttle.takeLeftOut()).isEqualTo(1);
    assertThat(throttle.takeLeftOut()).isZero();
  }
}
