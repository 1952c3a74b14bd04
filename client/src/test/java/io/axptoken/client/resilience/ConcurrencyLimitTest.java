package io.axptoken.client.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
  private static final int PLACES = 3;
  private static final int TIMES = 20_000;

  private final ConcurrencyLimit limit = new ConcurrencyLimit(PLACES);

  @Test
  void whoFindsAllPlacesTakenDoesNotGetIn() {
    for (int i = 0; i < PLACES; i++) {
      assertThat(limit.enter()).isTrue();
    }
    assertThat(limit.enter()).isFalse();

    limit.leave();

    assertThat(limit.enter()).isTrue();
    assertThat(limit.taken()).isEqualTo(PLACES);
  }

  @Test
  void noCrowdGetsMorePlacesThanThereAreOrLosesOne() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Crowd.run(
        TIMES,
        () -> {
          if (limit.enter()) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
            limit.leave();
          }
        });

    assertThat(most.get()).isBetween(1, PLACES);
    assertThat(limit.taken()).isZero();
  }
}
