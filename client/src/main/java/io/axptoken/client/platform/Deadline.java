package io.axptoken.client.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of one answer's time, on a clock that nobody can set. */
final class Deadline {
  private final LongSupplier nanoTime;
  private final long end;

  private Deadline(LongSupplier nanoTime, long end) {
    this.nanoTime = nanoTime;
    this.end = end;
  }

  static Deadline in(Duration time, LongSupplier nanoTime) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
  }

  /** What is left, but no more than the limit; not positive when time is up. */
  Duration left(Duration limit) {
    long left = end - nanoTime.getAsLong();
    return left >= limit.toNanos() ? limit : Duration.ofNanos(left);
  }
}
