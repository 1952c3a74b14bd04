package io.axptoken.bench.host;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How fast one core of this machine is, by a task that is the same everywhere: figures of two
 * machines can be compared by it.
 *
 * @param sorting the shortest time in which a million numbers were sorted
 */
public record Calibration(Duration sorting) {
  private static final int NUMBERS = 1_000_000;
  private static final int TIMES = 12;

  /** Measures, for a second or two. */
  public static Calibration measure() {
    long[] numbers = new Random(1).longs(NUMBERS).toArray();
    return new Calibration(
        Stream.generate(() -> sorted(numbers.clone()))
            .limit(TIMES)
            .min(Duration::compareTo)
            .orElseThrow());
  }

  private static Duration sorted(long[] numbers) {
    long start = System.nanoTime();
    Arrays.sort(numbers);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** One line for the report. */
  public String describe() {
    return String.format(
        Locale.ROOT, "one core sorts a million numbers in %.0f ms", sorting.toNanos() / 1e6);
  }
}
