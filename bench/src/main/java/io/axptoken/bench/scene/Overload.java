package io.axptoken.bench.scene;

import io.axptoken.bench.load.Answers;
import io.axptoken.bench.load.Flood;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What a server did when more was asked of it than it can do, and thereafter.
 *
 * @param run what became of the requests
 * @param capacity tokens in a second that it can do
 * @param calm length of the time at half load before
 * @param flood length of the overload
 * @param after length of the time at half load thereafter
 */
record Overload(Flood.Run run, double capacity, Duration calm, Duration flood, Duration after) {
  private static final Duration WINDOW = Duration.ofMillis(100);
  private static final int CALM_WINDOWS = 3;
  private static final double LEAST_MILLIS = 5;

  /** What was asked, in parts of the capacity; given-up requests count. */
  double offered() {
    return count(this::dueInFlood) / flood.toNanos() * 1e9 / capacity;
  }

  /** Tokens that came during the overload, in parts of the capacity. */
  double goodput() {
    return count(i -> ok(i) && within(calm, calm.plus(flood), answeredAfter(i)))
        / flood.toNanos()
        * 1e9
        / capacity;
  }

  /** The share of the overload's requests that was refused. */
  double refused() {
    return count(i -> dueInFlood(i) && refused(i)) / Math.max(1, count(this::dueInFlood));
  }

  /** The share for which no connection was free, since all of them waited. */
  double givenUp() {
    return count(i -> dueInFlood(i) && run.answers().status(i) == Answers.GIVEN_UP)
        / Math.max(1, count(this::dueInFlood));
  }

  /** Milliseconds within which 99 of 100 refusals came; 0 when there was none. */
  double refusalP99() {
    return p99(i -> dueInFlood(i) && refused(i));
  }

  /** Milliseconds within which 99 of 100 tokens came during the overload. */
  double tokenP99() {
    return p99(i -> dueInFlood(i) && ok(i));
  }

  /** Milliseconds within which 99 of 100 tokens came before it. */
  double calmP99() {
    return p99(i -> ok(i) && within(calm.dividedBy(2), calm, run.dueAfter(i)));
  }

  /**
   * Seconds after the end of the overload until p99 is at most twice what it was before, or 5 ms,
   * and nothing is refused, for 0.3 s on end; all the time that was watched, if it never was.
   */
  double recovery() {
    double bound = Math.max(LEAST_MILLIS, 2 * calmP99());
    int calmOnes = 0;
    for (int window = 0; window < after.dividedBy(WINDOW); window++) {
      calmOnes = isCalm(window, bound) ? calmOnes + 1 : 0;
      if (calmOnes == CALM_WINDOWS) {
        return seconds(WINDOW.multipliedBy(window + 1 - CALM_WINDOWS));
      }
    }
    return seconds(after);
  }

  private boolean isCalm(int window, double bound) {
    Duration start = calm.plus(flood).plus(WINDOW.multipliedBy(window));
    Duration end = start.plus(WINDOW);
    return count(i -> !ok(i) && within(start, end, run.dueAfter(i))) == 0
        && p99(i -> within(start, end, run.dueAfter(i))) <= bound;
  }

  private boolean dueInFlood(int index) {
    return within(calm, calm.plus(flood), run.dueAfter(index));
  }

  private Duration answeredAfter(int index) {
    return run.dueAfter(index).plusNanos(run.answers().tookNanos(index));
  }

  private boolean ok(int index) {
    return run.answers().status(index) / 100 == 2;
  }

  private boolean refused(int index) {
    return run.answers().status(index) >= 400;
  }

  private double count(IntPredicate which) {
    return IntStream.range(0, run.answers().count()).filter(which).count();
  }

  private double p99(IntPredicate which) {
    Histogram histogram = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
    IntStream.range(0, run.answers().count())
        .filter(which)
        .forEach(i -> histogram.recordValue(run.answers().tookNanos(i)));
    return histogram.getValueAtPercentile(99) / 1e6;
  }

  private static boolean within(Duration start, Duration end, Duration time) {
    return time.compareTo(start) >= 0 && time.compareTo(end) < 0;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
