package io.axptoken.push.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Counts sends by outcome, and how long the rows waited. Safe for use by many threads. */
public final class Sends {
  private final Function<String, LongAdder> counters;
  private final Map<Outcome, LongAdder> counted = new ConcurrentHashMap<>();

  /** How an attempt can end. */
  public enum Outcome {
    /** FCM has it. */
    SENT,
    /** It is tried again. */
    RETRIED,
    /** The device is there no more. */
    DEAD_DEVICE,
    /** FCM does not take the message, or it was tried often enough. */
    FAILED,
    /** It came too late. */
    EXPIRED,
    /** The configuration is refused. */
    PAUSED;

    /** As metrics have it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Counts there, by label. */
  public Sends(Function<String, LongAdder> counters) {
    this.counters = counters;
  }

  void count(Outcome outcome) {
    counted.computeIfAbsent(outcome, one -> counters.apply(one.label())).increment();
  }
}
