package io.axptoken.client.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when the test says so. */
public final class MutableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** Stands at the beginning of a year. */
  public MutableClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** Stands there. */
  public MutableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Moves on, or back if the step is negative. */
  public void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
