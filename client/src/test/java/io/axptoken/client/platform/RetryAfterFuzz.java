package io.axptoken.client.platform;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import java.time.Duration;
import java.time.Instant;

/** Whatever Retry-After says, the wait is none or a bounded one. */
public final class RetryAfterFuzz {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private RetryAfterFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String header = Fuzz.latin(input);
    Duration wait = RetryAfter.of(header, NOW);
    if (wait != null) {
      require(!wait.isNegative(), "A wait is not negative");
      require(wait.compareTo(RetryAfter.LONGEST) <= 0, "A wait is at most an hour");
    }
    if (header.matches("[0-9]{1,3}")) {
      require(Duration.ofSeconds(Long.parseLong(header)).equals(wait), "Seconds are seconds");
    }
  }
}
