package io.axptoken.client.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long an access token is believed, and when a new one is asked for. */
final class Lifetimes {
  /** Less is not believed: a token for no time at all would be fetched without end. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  /** More is not believed: a new token once an hour costs nothing. */
  static final Duration LONGEST = Duration.ofHours(1);

  /** Believed when the platform does not say, or says something that cannot be. */
  static final Duration UNSAID = Duration.ofMinutes(1);

  private static final Duration EARLY = Duration.ofSeconds(60);
  private static final Duration LARGEST_MARGIN = Duration.ofSeconds(10);

  private Lifetimes() {}

  /** The stated lifetime between {@link #SHORTEST} and {@link #LONGEST}. */
  static Duration believed(@Nullable Duration stated) {
    if (stated == null || !stated.isPositive()) { // No time at all is as good as unsaid.
      return UNSAID;
    }
    return min(LONGEST, stated.compareTo(SHORTEST) < 0 ? SHORTEST : stated);
  }

  /** At 75 %, and at least 60 s before the end if that leaves half of the life. */
  static Duration untilRefresh(Duration lifetime) {
    Duration threeQuarters = lifetime.multipliedBy(3).dividedBy(4);
    return lifetime.compareTo(EARLY.multipliedBy(2)) < 0
        ? threeQuarters
        : min(threeQuarters, lifetime.minus(EARLY));
  }

  /** A tenth before the end, at most 10 s, so that no token ends on its way to the platform. */
  static Duration untilEnd(Duration lifetime) {
    return lifetime.minus(min(LARGEST_MARGIN, lifetime.dividedBy(10)));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
