package io.axptoken.client.resilience;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a call is repeated: any time up to 200 ms, and up to 400 ms before it is
 * repeated again, so that callers who failed together do not come back together.
 */
public final class Jitter {
  static final Duration FIRST = Duration.ofMillis(200);

  private final DoubleSupplier random;

  /** Takes a source of numbers from 0 (included) to 1. */
  public Jitter(DoubleSupplier random) {
    this.random = random;
  }

  /** The wait before the retry after so many. */
  public Duration before(int retriesDone) {
    return Duration.ofNanos((long) ((FIRST.toNanos() << retriesDone) * random.getAsDouble()));
  }
}
