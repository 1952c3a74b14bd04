package io.axptoken.client;

/**
 * How much is borne, and done, before a token is refused because of a sick or a busy platform. It
 * may get more components, beside constructors as they are today.
 *
 * {@snippet file="Examples.java" region="resilience"}
 *
 * @param retries how often a call that found no working platform is repeated, 0 to 2; repetitions
 *     share one budget of a fifth of all calls, and none is begun that would end too late
 * @param maxConcurrent how many tokens may be under way at once, their waiting included; further
 *     ones fail at once as {@link PlatformFailure.Overloaded}
 * @param circuitBreaker whether a platform that fails half of the time is left alone for moments of
 *     at most 0.8 s, in which tokens fail at once as {@link PlatformFailure.Unavailable}
 * @param maxWaiting how many further tokens wait for one of those places, first come, first served,
 *     instead of failing at once; each for no longer than {@link PlatformConfig.Deadlines#whole},
 *     its own call included. By default 0: nobody waits
 */
public record Resilience(int retries, int maxConcurrent, boolean circuitBreaker, int maxWaiting) {
  /** The most that {@link #retries} can be. */
  public static final int MOST_RETRIES = 2;

  /**
   * Two retries, a circuit breaker, and as many tokens as 256 connections issue in the 4 s of an
   * attempt to a platform that takes a second for each.
   */
  public static final Resilience DEFAULT = new Resilience(MOST_RETRIES, 1024, true);

  /** Every call is made once, and none is held back. */
  public static final Resilience NONE = new Resilience(0, Integer.MAX_VALUE, false);

  /**
   * Requires 0 to 2 retries, and room for at least one token.
   *
   * @throws IllegalArgumentException if it is otherwise
   */
  public Resilience {
    if (maxWaiting < 0) {
      throw new IllegalArgumentException("maxWaiting must not be negative, as " + maxWaiting);
    }
    if (retries < 0 || retries > MOST_RETRIES || maxConcurrent < 1) {
      throw new IllegalArgumentException(
          "retries must be 0 to 2 and maxConcurrent at least 1, not %d and %d"
              .formatted(retries, maxConcurrent));
    }
  }

  /**
   * Without waiting for a place.
   *
   * @param retries how often a call is repeated, 0 to 2
   * @param maxConcurrent how many tokens may be under way at once
   * @param circuitBreaker whether there is one
   */
  public Resilience(int retries, int maxConcurrent, boolean circuitBreaker) {
    this(retries, maxConcurrent, circuitBreaker, 0);
  }

  /**
   * The same with so many repetitions.
   *
   * @param number how many
   * @return the changed copy
   */
  public Resilience withRetries(int number) {
    return new Resilience(number, maxConcurrent, circuitBreaker, maxWaiting);
  }

  /**
   * The same for so many tokens at once.
   *
   * @param places how many, at least one
   * @return the changed copy
   */
  public Resilience withMaxConcurrent(int places) {
    return new Resilience(retries, places, circuitBreaker, maxWaiting);
  }

  /**
   * The same with a circuit breaker, or without.
   *
   * @param used whether there is one
   * @return the changed copy
   */
  public Resilience withCircuitBreaker(boolean used) {
    return new Resilience(retries, maxConcurrent, used, maxWaiting);
  }

  /**
   * The same with so many who wait for a place.
   *
   * @param number how many
   * @return the changed copy
   */
  public Resilience withMaxWaiting(int number) {
    return new Resilience(retries, maxConcurrent, circuitBreaker, number);
  }
}
