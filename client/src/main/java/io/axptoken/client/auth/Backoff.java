package io.axptoken.client.auth;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Kind;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long the platform is left alone after a failure: 100 ms, doubled with each further failure,
 * of which a random part of at most a half is left out so that many servers do not come back
 * together. It ends at 0.8 s after failures that pass by themselves, and at 5 s after those that
 * somebody has to fix. If the platform says how long, that is kept to, up to the same 5 s.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(100);
  static final Duration LONGEST_PASSING = Duration.ofMillis(800);
  static final Duration LONGEST = Duration.ofSeconds(5);

  /* 2^6 * 100 ms is the first step beyond the longest. */
  private static final int STEPS = 6;

  private final DoubleSupplier random;

  /** Takes a source of numbers from 0 (included) to 1. */
  Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** The pause after so many failures in a row, of which there is at least one. */
  Duration after(int failures, Throwable cause) {
    long doubled = FIRST.toMillis() << Math.min(STEPS, failures - 1);
    long full = Math.min((passes(cause) ? LONGEST_PASSING : LONGEST).toMillis(), doubled);
    long jittered = full - (long) (full / 2.0 * random.getAsDouble());
    return Duration.ofMillis(Math.max(jittered, asked(cause)));
  }

  private static boolean passes(Throwable cause) {
    return cause instanceof PlatformException platform && passes(platform.failure().kind());
  }

  private static boolean passes(Kind kind) {
    return switch (kind) {
      case UNAVAILABLE, TIMED_OUT, BAD_ANSWER, OVERLOADED -> true;
      case REJECTED_CREDENTIALS, REJECTED_REQUEST, REJECTED_USER, BUSY -> false;
    };
  }

  private static long asked(Throwable cause) {
    Duration retryAfter =
        cause instanceof PlatformException platform ? platform.failure().retryAfter() : null;
    return retryAfter == null ? 0 : Math.min(LONGEST.toMillis(), retryAfter.toMillis());
  }
}
