package io.axptoken.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * How long callers waited.
 *
 * @param answers how many waits were counted
 * @param p50 the median
 * @param p99 99 of 100 waited no longer
 */
public record Latencies(long answers, Duration p50, Duration p99) {
  static Latencies of(Histogram nanos) {
    return new Latencies(
        nanos.getTotalCount(),
        Duration.ofNanos(nanos.getValueAtPercentile(50)),
        Duration.ofNanos(nanos.getValueAtPercentile(99)));
  }
}
