package io.axptoken.client.resilience;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How many retries are left: a fifth of the calls, and one a second so that quiet times have some,
 * too. Some are saved up, enough for all connections to be found dead at once; what a lasting
 * outage adds to the load of a platform is a fifth. Safe for use by many threads.
 */
public final class RetryBudget {
  /** Saved up at most, and there at the beginning. */
  static final int MOST = 256;

  private static final int RETRY = 1000;
  private static final int PER_CALL = RETRY / 5;
  private static final int FULL = MOST * RETRY;

  private final LongSupplier nanoTime;
  private final AtomicInteger thousandths = new AtomicInteger(FULL);
  private long countedUntil;

  /** Full. */
  public RetryBudget(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.countedUntil = nanoTime.getAsLong();
  }

  /** Counts a call that is no retry. When the budget is full that only reads. */
  public void called() {
    if (thousandths.get() < FULL) {
      add(PER_CALL);
    }
  }

  /** Takes a retry out if there is one. */
  public synchronized boolean take() {
    addSeconds();
    if (thousandths.get() < RETRY) {
      return false;
    }
    thousandths.addAndGet(-RETRY);
    return true;
  }

  private void addSeconds() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - countedUntil);
    if (seconds > 0) {
      countedUntil += TimeUnit.SECONDS.toNanos(seconds);
      add((int) Math.min(FULL, seconds * RETRY));
    }
  }

  private void add(int amount) {
    thousandths.updateAndGet(seen -> Math.min(FULL, seen + amount));
  }
}
