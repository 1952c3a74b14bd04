package io.axptoken.client.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when the test says so. */
public final class MutableClock implements InstantSource {
  private final AtomicReference<Instant> now;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);

  /** Stands at the beginning of a year. */
  public MutableClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** Stands there. */
  public MutableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Time goes by, on the clock that is set, too. */
  public void advance(Duration step) {
    set(step);
    nanos.addAndGet(step.toNanos());
  }

  /** Somebody sets the clock forward, or back if the step is negative; no time goes by. */
  public void set(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  /** The time on a clock that nobody sets. */
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
