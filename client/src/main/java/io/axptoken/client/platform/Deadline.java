package io.axptoken.client.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of one answer's time, on a clock that nobody can set. */
final class Deadline {
  private final LongSupplier nanoTime;
  private final long begin;
  private final long end;

  private Deadline(LongSupplier nanoTime, long begin, long end) {
    this.nanoTime = nanoTime;
    this.begin = begin;
    this.end = end;
  }

  static Deadline in(Duration time, LongSupplier nanoTime) {
    long now = nanoTime.getAsLong();
    return new Deadline(nanoTime, now, now + time.toNanos());
  }

  boolean isAhead() {
    return end - nanoTime.getAsLong() > 0;
  }

  /** How much of it is over. */
  Duration passed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  /** What is left, but no more than the limit; not positive when time is up. */
  Duration left(Duration limit) {
    long left = end - nanoTime.getAsLong();
    return left >= limit.toNanos() ? limit : Duration.ofNanos(left);
  }
}
