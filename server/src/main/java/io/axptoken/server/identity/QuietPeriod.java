package io.axptoken.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one pass, and then none for a while: for what callers could fill a log with. */
final class QuietPeriod {
  private final Clock clock;
  private final Duration length;
  private final AtomicLong until = new AtomicLong(Long.MIN_VALUE);

  QuietPeriod(Clock clock, Duration length) {
    this.clock = clock;
    this.length = length;
  }

  /** Whether it is over; the next begins then. */
  boolean isOver() {
    long now = clock.millis();
    long end = until.get();
    return now >= end && until.compareAndSet(end, now + length.toMillis());
  }
}
