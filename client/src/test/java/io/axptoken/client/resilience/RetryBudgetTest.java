package io.axptoken.client.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final AtomicLong now = new AtomicLong();
  private final RetryBudget budget = new RetryBudget(now::get);

  @Test
  void atFirstThereIsOneForEachConnection() {
    assertThat(takeAll()).isEqualTo(RetryBudget.MOST);
  }

  @Test
  void aFifthOfTheCallsMayBeRepeated() {
    takeAll();

    for (int i = 0; i < 100; i++) {
      budget.called();
    }

    assertThat(takeAll()).isEqualTo(20);
  }

  @Test
  void inQuietTimesThereIsOneASecond() {
    takeAll();
    now.addAndGet(Duration.ofMillis(2_900).toNanos());
    assertThat(takeAll()).isEqualTo(2);

    now.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(takeAll()).isEqualTo(1);
  }

  @Test
  void nobodySavesUpMoreThanThat() {
    now.addAndGet(Duration.ofDays(365).toNanos());
    for (int i = 0; i < 10_000; i++) {
      budget.called();
    }

    assertThat(takeAll()).isEqualTo(RetryBudget.MOST);
  }

  @Test
  void noCrowdTakesMoreThanThereIs() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();

    Crowd.run(
        1000,
        () -> {
          budget.called();
          if (budget.take()) {
            taken.incrementAndGet();
          }
        });

    int earned = Crowd.THREADS * 1000 / 5;
    assertThat(taken.get()).isBetween(earned, RetryBudget.MOST + earned);
  }

  private int takeAll() {
    int taken = 0;
    while (budget.take()) {
      taken++;
    }
    return taken;
  }
}
