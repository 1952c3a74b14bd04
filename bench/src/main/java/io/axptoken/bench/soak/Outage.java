package io.axptoken.bench.soak;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * A time in which the platform failed.
 *
 * @param fault what it did, as steered
 * @param endpoint which of its calls did
 * @param begin by {@link System#nanoTime}
 * @param end when it was well again
 */
record Outage(String fault, String endpoint, long begin, long end) {
  /** What {@link RandomOutages} has the platform ask for. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(2);

  private static final Duration USUAL = Duration.ofSeconds(1);

  /** Who waits for an access token's call that hangs is held by it for the time of an attempt. */
  private static final Duration OF_THE_HELD = Duration.ofSeconds(5);

  /** After its credentials were refused, the server leaves the platform alone for up to 5 s. */
  private static final Duration OF_THE_REFUSED = Duration.ofSeconds(6);

  /** How soon tokens must be issued again, as the documentation promises. */
  Duration longestRecovery() {
    if (endpoint.equals("end-user-token")) {
      return USUAL;
    }
    if (fault.contains("status:401")) {
      return OF_THE_REFUSED;
    }
    return fault.contains("retryAfter") ? USUAL.plus(LONGEST_RETRY_AFTER) : held();
  }

  private Duration held() {
    return Stream.of("hang", "stall", "delay").anyMatch(fault::contains) ? OF_THE_HELD : USUAL;
  }

  /** Whether it must be over as soon as most are. */
  boolean isUsual() {
    return longestRecovery().equals(USUAL);
  }
}
