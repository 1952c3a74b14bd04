package io.axptoken.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of wrk came to.
 *
 * @param answers how many came, each of them good
 * @param took how long the run was
 */
public record WrkOutcome(long answers, Duration took) {
  private static final String MARK = "bench ";
  private static final List<String> ERRORS =
      List.of("refused", "connect", "read", "write", "timeout");

  /**
   * Reads the line that {@code token.lua} writes at the end.
   *
   * @throws IllegalStateException when there is none, or an answer or a socket was bad
   */
  static WrkOutcome parse(String output) {
    Map<String, Long> numbers =
        output
            .lines()
            .filter(line -> line.startsWith(MARK))
            .findFirst()
            .map(line -> numbers(line.substring(MARK.length())))
            .orElseThrow(() -> new IllegalStateException("wrk gave no result:\n" + output));
    if (ERRORS.stream().anyMatch(error -> numbers.getOrDefault(error, 1L) > 0)) {
      throw new IllegalStateException(
          "The run is void, there were bad answers or socket errors: " + numbers);
    }
    return new WrkOutcome(
        numbers.getOrDefault("answers", 0L),
        Duration.ofNanos(numbers.getOrDefault("micros", 0L) * 1000));
  }

  /**
   * The same.
   *
   * @throws IllegalStateException when no answer came
   */
  public WrkOutcome withAnswers() {
    if (answers == 0) {
      throw new IllegalStateException("The run is void, no answer came.");
    }
    return this;
  }

  /** Answers in a second. */
  public double rate() {
    return answers * 1e9 / took.toNanos();
  }

  private static Map<String, Long> numbers(String line) {
    return Stream.of(line.strip().split(" ", -1))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> Long.parseLong(field[1])));
  }
}
