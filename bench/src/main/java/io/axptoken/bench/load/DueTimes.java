package io.axptoken.bench.load;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** When requests fall due: at random, the same way in every run (a Poisson process). */
final class DueTimes {
  private final Random random = new Random(1);
  private double last;

  DueTimes(long startNanos) {
    last = startNanos;
  }

  /** When the last request was due, or the start. */
  long lastNanos() {
    return (long) last;
  }

  /** Waits until the next request is due, at this mean rate, and returns when that was. */
  long awaitNext(double perSecond) {
    last += -Math.log1p(-random.nextDouble()) * 1e9 / perSecond;
    long due = (long) last;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return due;
  }
}
