package io.axptoken.client.resilience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.resilience.CircuitBreaker.Permit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final int TOO_MANY = 10;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // Such clocks wrap around.
  private final CircuitBreaker<String> breaker = new CircuitBreaker<>(now::get, () -> 0.0, _ -> {});

  @Test
  void itStaysClosedWhileLessThanHalfOfTheCallsFail() {
    for (int i = 0; i < 100; i++) {
      fail(1);
      succeed();
      succeed();
    }

    assertThat(breaker.enter()).isNotNull();
    assertThat(breaker.cause()).isNull();
    assertThat(breaker.pause()).isZero();
  }

  @Test
  void itOpensAtTheTenthFailureAmongTwenty() {
    for (int i = 0; i < TOO_MANY - 1; i++) {
      succeed();
      fail(1);
    }
    assertThat(breaker.cause()).isNull();

    fail(1);

    assertThat(breaker.enter()).isNull();
    assertThat(breaker.cause()).isEqualTo("down");
    assertThat(breaker.pause()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void failuresOfLongAgoAreForgotten() {
    fail(TOO_MANY - 1);
    for (int i = 0; i < 20; i++) {
      succeed();
    }
    fail(TOO_MANY - 1);

    assertThat(breaker.enter()).isNotNull();
  }

  @Test
  void aProbeIsLetThroughAfterEachPauseWhileTheOthersMayHang() {
    fail(TOO_MANY);

    for (int pause : new int[] {200, 400, 800, 800, 800}) {
      pass(pause - 1);
      assertThat(breaker.enter()).isNull();
      pass(1);
      assertThat(breaker.enter()).isNotNull();
      assertThat(breaker.enter()).isNull();
    }
  }

  @Test
  void theFirstProbeThatSucceedsClosesIt() {
    fail(TOO_MANY);
    pass(200);
    Permit hanging = requireNonNull(breaker.enter());
    pass(400);
    Permit lucky = requireNonNull(breaker.enter());

    breaker.succeeded(lucky);
    breaker.failed(hanging, "late");

    assertThat(breaker.enter()).isNotNull();
    assertThat(breaker.cause()).isNull();
  }

  @Test
  void aProbeThatFailsChangesNothing() {
    fail(TOO_MANY);
    pass(200);

    breaker.failed(requireNonNull(breaker.enter()), "still down");

    assertThat(breaker.enter()).isNull();
    assertThat(breaker.pause()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void afterAnOpeningFiveFailuresOpenItAgainAndPausesBeginAnew() {
    open();

    fail(4);
    assertThat(breaker.cause()).isNull();
    fail(1);

    assertThat(breaker.pause()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void callsFromBeforeTheOpeningNeitherCloseItNorOpenItAgain() {
    Permit early = requireNonNull(breaker.enter());
    fail(TOO_MANY);

    breaker.succeeded(early);
    assertThat(breaker.enter()).isNull();

    pass(200);
    breaker.succeeded(requireNonNull(breaker.enter()));
    for (int i = 0; i < TOO_MANY; i++) {
      breaker.failed(early, "late");
    }
    assertThat(breaker.enter()).isNotNull();
  }

  @Test
  void chanceTakesAtMostAHalfOfThePause() {
    CircuitBreaker<String> jittered = new CircuitBreaker<>(now::get, () -> 0.999_999, _ -> {});
    for (int i = 0; i < TOO_MANY; i++) {
      jittered.failed(requireNonNull(jittered.enter()), "down");
    }

    assertThat(jittered.pause()).isBetween(Duration.ofMillis(100), Duration.ofMillis(101));
  }

  private void open() {
    fail(TOO_MANY);
    pass(200);
    succeed();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(requireNonNull(breaker.enter()), "down");
    }
  }

  private void succeed() {
    breaker.succeeded(requireNonNull(breaker.enter()));
  }

  private void pass(int millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
