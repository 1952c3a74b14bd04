package io.axptoken.client.auth;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Unavailable;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long the platform is left alone after a failure: 100 ms, doubled with each further failure up
 * to 5 s, of which a random part of at most a half is left out so that many servers do not come
 * back together. If the platform says how long, that is heeded up to the same 5 s.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(100);
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
    long full = Math.min(LONGEST.toMillis(), doubled);
    long jittered = full - (long) (full / 2.0 * random.getAsDouble());
    return Duration.ofMillis(Math.max(jittered, asked(cause)));
  }

  private static long asked(Throwable cause) {
    Duration retryAfter =
        cause instanceof PlatformException platform
            ? switch (platform.failure()) {
              case Busy busy -> busy.retryAfter();
              case Unavailable unavailable -> unavailable.retryAfter();
              default -> null;
            }
            : null;
    return retryAfter == null ? 0 : Math.min(LONGEST.toMillis(), retryAfter.toMillis());
  }
}
