package io.axptoken.client.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Looks from time to time after what should have ended by itself. One timer does for all that is
 * under way, and there is none while nothing is: a call costs a read.
 */
final class LastResort {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final BooleanSupplier sweep;
  private final Executor later;
  private final AtomicBoolean watched = new AtomicBoolean();

  /**
   * Watches nothing yet.
   *
   * @param sweep ends what is overdue, and says whether there is more to look after
   */
  LastResort(Duration whole, BooleanSupplier sweep) {
    Duration fraction = whole.dividedBy(8).plusMillis(1);
    Duration pause = fraction.compareTo(LONGEST) < 0 ? fraction : LONGEST;
    this.sweep = sweep;
    this.later =
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, Aside.THREADS);
  }

  /** There is something to look after. */
  void watch() {
    if (!watched.get() && watched.compareAndSet(false, true)) {
      later.execute(this::look);
    }
  }

  private void look() {
    watched.set(false); // Before the look: what begins meanwhile has a watch of its own.
    if (sweep.getAsBoolean()) {
      watch();
    }
  }
}
