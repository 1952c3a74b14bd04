package io.axptoken.service.observe.metrics;

import java.util.concurrent.atomic.LongAdder;

/** How often something took how long, in fixed buckets. Safe for use by many threads. */
public final class Histogram {
  private static final long MILLISECOND = 1_000_000;
  private static final double SECOND = 1e9;

  /** The buckets' upper bounds, from a good answer of the platform to beyond every deadline. */
  private static final long[] BOUNDS = {
    5 * MILLISECOND,
    10 * MILLISECOND,
    25 * MILLISECOND,
    50 * MILLISECOND,
    100 * MILLISECOND,
    250 * MILLISECOND,
    500 * MILLISECOND,
    1000 * MILLISECOND,
    2500 * MILLISECOND,
    5000 * MILLISECOND,
    10_000 * MILLISECOND
  };

  private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
  private final LongAdder sum = new LongAdder();

  Histogram() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** Counts a duration. */
  public void record(long nanos) {
    int bucket = 0;
    while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(nanos);
  }

  int buckets() {
    return counts.length;
  }

  /** The upper bound of a bucket, in seconds. */
  double bound(int bucket) {
    return bucket < BOUNDS.length ? BOUNDS[bucket] / SECOND : Double.POSITIVE_INFINITY;
  }

  /** How many fell into this very bucket. */
  long count(int bucket) {
    return counts[bucket].sum();
  }

  /** All durations together, in seconds. */
  double sum() {
    return sum.sum() / SECOND;
  }
}
