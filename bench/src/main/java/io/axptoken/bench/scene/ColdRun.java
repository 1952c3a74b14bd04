package io.axptoken.bench.scene;

import io.axptoken.bench.load.Flood;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What a server did from its start on.
 *
 * @param run what became of the requests
 * @param window length of each of the parts that are looked at apart
 * @param toFirstToken from the start of its process to its first token
 * @param connections that it opened to the platform
 * @param cpu what it spent from its start to the end of the run
 */
record ColdRun(
    Flood.Run run, Duration window, Duration toFirstToken, long connections, Duration cpu) {
  private static final int OK_HUNDREDS = 2;

  /** Milliseconds within which that part of the callers of a window had their answer. */
  double latency(int number, double percentile) {
    Histogram waits = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
    IntStream.range(0, run.answers().count())
        .filter(i -> window(i) == number && isToken(i))
        .forEach(i -> waits.recordValue(run.answers().tookNanos(i)));
    return waits.getValueAtPercentile(percentile) / 1e6;
  }

  /** Requests of the whole run that got no token, for whatever reason. */
  long failures() {
    return IntStream.range(0, run.answers().count()).filter(i -> !isToken(i)).count();
  }

  private long window(int index) {
    return run.dueAfter(index).dividedBy(window);
  }

  private boolean isToken(int index) {
    return run.answers().status(index) / 100 == OK_HUNDREDS;
  }
}
