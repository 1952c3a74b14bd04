package io.axptoken.sandbox;

import java.util.Optional;

/**
 * A fault that is to happen, to which calls and when.
 *
 * @param endpoint whose calls; empty for those of all the platform's
 * @param when which of them
 * @param fault what happens
 */
public record FaultPlan(Optional<Endpoint> endpoint, When when, Fault fault) {

  /** Which calls of the endpoint a fault happens to. */
  public sealed interface When {}

  /**
   * The next calls, each once.
   *
   * @param left how many are still to come
   */
  public record Times(int left) implements When {
    /**
     * @throws IllegalArgumentException if it is less than one
     */
    public Times {
      if (left < 1) {
        throw new IllegalArgumentException("times must be at least 1");
      }
    }
  }

  /**
   * A share of all calls, by chance.
   *
   * @param percent 0 to 100
   */
  public record Percent(double percent) implements When {
    /**
     * @throws IllegalArgumentException if it is out of range
     */
    public Percent {
      if (!(percent >= 0 && percent <= 100)) {
        throw new IllegalArgumentException("percent must be 0 to 100");
      }
    }
  }

  /** Every call. */
  public record Always() implements When {}

  boolean covers(Endpoint called) {
    return endpoint.isPresent() ? endpoint.get() == called : called.isOfPlatform();
  }
}
