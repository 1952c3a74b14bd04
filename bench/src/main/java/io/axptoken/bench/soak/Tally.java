package io.axptoken.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What came of the requests. Safe for use by many threads. */
final class Tally {
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
  private final List<Success> successes = new ArrayList<>();
  private long wrongTokens;
  private long broken;

  /**
   * A token that came.
   *
   * @param begin when it was asked for, by {@link System#nanoTime}
   * @param end when it was there
   */
  record Success(long begin, long end) {}

  synchronized void answered(int status, boolean rightToken, long begin, long end) {
    statuses.merge(status, 1L, Long::sum);
    latencies.recordValue(end - begin);
    if (status == 200) {
      successes.add(new Success(begin, end));
      wrongTokens += rightToken ? 0 : 1;
    }
  }

  /** There was no answer at all. */
  synchronized void unanswered() {
    broken++;
  }

  synchronized Map<Integer, Long> statuses() {
    return new TreeMap<>(statuses);
  }

  synchronized Histogram latencies() {
    return latencies.copy();
  }

  synchronized List<Success> successes() {
    return List.copyOf(successes);
  }

  synchronized long wrongTokens() {
    return wrongTokens;
  }

  synchronized long broken() {
    return broken;
  }
}
