package io.axptoken.sandbox.chat.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A time that stands still until a test moves it: clock and timers in one. May be used from any
 * thread.
 */
public final class ManualTime implements InstantSource, Timers {
  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private Instant now;
  private long number;

  /** A time that stands at this instant. */
  public ManualTime(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized Timer after(Duration delay, Runnable action) {
    Due due = new Due(now.plus(delay), number++, action);
    waiting.add(due);
    return () -> cancel(due);
  }

  /** Moves on, and runs what becomes due on the way, in order; returns when all of it has run. */
  public void advance(Duration step) {
    Instant target = instant().plus(step);
    Optional<Due> next = nextUntil(target);
    while (next.isPresent()) {
      next.get().action().run();
      next = nextUntil(target);
    }
  }

  /** How many actions wait. */
  public synchronized int pending() {
    return waiting.size();
  }

  private synchronized Optional<Due> nextUntil(Instant target) {
    Due next = waiting.peek();
    if (next == null || next.at().isAfter(target)) {
      now = target;
      return Optional.empty();
    }
    waiting.remove(next);
    now = next.at();
    return Optional.of(next);
  }

  private synchronized void cancel(Due due) {
    waiting.remove(due);
  }

  private record Due(Instant at, long number, Runnable action) {}
}
