package io.axptoken.sandbox;

import java.time.Duration;

/**
 * The control over access tokens, those out and those to come. May be used from any thread.
 *
 * <p>Each token carries the number of its generation; revoking starts a new one and refuses all
 * before it.
 */
public final class AccessTokens {
  private final Duration configuredLifetime;
  private Duration lifetime;
  private long generation = 1;
  private long oldestAccepted = 1;

  AccessTokens(Duration configuredLifetime) {
    this.configuredLifetime = configuredLifetime;
    this.lifetime = configuredLifetime;
  }

  /** Refuses every access token issued so far, as the platform does after a change of rights. */
  public synchronized void revokeAll() {
    generation++;
    oldestAccepted = generation;
  }

  /**
   * Sets how long the access tokens from now on live; {@code expires_in} tells it truthfully.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public synchronized void lifetime(Duration newLifetime) {
    requirePositive(newLifetime);
    lifetime = newLifetime;
  }

  /** How long the next access token will live. */
  public synchronized Duration lifetime() {
    return lifetime;
  }

  /** The generation of a token issued now. */
  synchronized long generation() {
    return generation;
  }

  /** Whether tokens of that generation are still good. */
  synchronized boolean accepts(long tokenGeneration) {
    return tokenGeneration >= oldestAccepted && tokenGeneration <= generation;
  }

  /** Takes revocations back and returns to the configured lifetime. */
  synchronized void reset() {
    lifetime = configuredLifetime;
    oldestAccepted = 1;
  }

  static void requirePositive(Duration lifetime) {
    if (!lifetime.isPositive()) {
      throw new IllegalArgumentException("the lifetime of access tokens must be positive");
    }
  }
}
