package io.axptoken.service.limit;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param requests so many in each period, spread evenly
 * @param period longer than zero
 * @param burst how many may come at once after a quiet time, at least 1
 */
public record RateLimit(int requests, Duration period, int burst) {
  /** So many times as much. */
  public RateLimit times(int factor) {
    return new RateLimit(
        Math.multiplyExact(requests, factor), period, Math.multiplyExact(burst, factor));
  }
}
