package io.axptoken.service.time;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps a storm of like events from flooding the log: in each period so many pass at most, and
 * where one of each source is enough, one. What is left out is counted. Safe for use by many
 * threads.
 */
public final class Throttle {
  /** The answer for an event that is counted only. */
  public static final int LEFT_OUT = -1;

  private final int most;
  private final long period;
  private final Ticker ticker;
  private final Set<Object> sources = new HashSet<>();
  private long end;
  private int passed;
  private int leftOut;

  /**
   * Lets the first events through.
   *
   * @param most how many may pass in a period
   * @param period begins with the first event that passes
   */
  public Throttle(int most, Duration period, Ticker ticker) {
    this.most = most;
    this.period = period.toNanos();
    this.ticker = ticker;
    this.end = ticker.nanos();
  }

  /** How many were left out before this event, or {@link #LEFT_OUT} if it is left out itself. */
  public synchronized int admit() {
    beginPeriodIfDue();
    return passed < most ? pass() : leaveOut();
  }

  /** As {@link #admit()}; of each source one event passes in a period. */
  public synchronized int admit(Object source) {
    beginPeriodIfDue();
    return passed < most && sources.add(source) ? pass() : leaveOut();
  }

  /** Whether this event passes, for those who do not say how many did not. */
  public boolean lets() {
    return admit() != LEFT_OUT;
  }

  /** How many were left out since the last one that passed; counts anew from now. */
  public synchronized int takeLeftOut() {
    int count = leftOut;
    leftOut = 0;
    return count;
  }

  private void beginPeriodIfDue() {
    if (ticker.isPast(end)) {
      end = ticker.nanos() + period;
      passed = 0;
      sources.clear();
    }
  }

  private int pass() {
    passed++;
    return takeLeftOut();
  }

  private int leaveOut() {
    leftOut++;
    return LEFT_OUT;
  }
}
