package io.axptoken.client.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.resilience.CircuitBreaker.Permit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads and a platform that goes down and comes back again and again. */
class CircuitBreakerStressTest {
  private static final int ROUNDS = 50;
  private static final int CALLS = 100;

  private final AtomicLong now = new AtomicLong();
  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicInteger reached = new AtomicInteger();
  private final CircuitBreaker<String> breaker = new CircuitBreaker<>(now::get, () -> 0.0, _ -> {});

  @Test
  void aPlatformThatIsDownIsHardlyReachedAndOneThatIsUpIsUsedAgain() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      down.set(true);
      callFromManyThreads();
      assertThat(breaker.enter()).isNull();

      reached.set(0);
      callFromManyThreads();
      assertThat(reached).hasValue(0);

      now.addAndGet(CircuitBreaker.LONGEST_PAUSE.toNanos());
      callFromManyThreads();
      assertThat(reached).as("probes in one pause").hasValue(1);

      down.set(false);
      now.addAndGet(CircuitBreaker.LONGEST_PAUSE.toNanos());
      call();
      reached.set(0);
      callFromManyThreads();
      assertThat(reached).as("calls after recovery").hasValue(Crowd.THREADS * CALLS);
      assertThat(breaker.pause()).isEqualTo(Duration.ZERO);
    }
  }

  private void callFromManyThreads() throws InterruptedException {
    Crowd.run(CALLS, this::call);
  }

  private void call() {
    Permit permit = breaker.enter();
    if (permit == null) {
      return;
    }
    reached.incrementAndGet();
    if (down.get()) {
      breaker.failed(permit, "down");
    } else {
      breaker.succeeded(permit);
    }
  }
}
