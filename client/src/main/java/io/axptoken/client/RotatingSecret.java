package io.axptoken.client;

import java.util.Objects;

/**
 * A client secret that the program changes while it runs: a call takes the one that is in force
 * then. Other than a supplier it holds no code of yours, so that no thread is needed to ask it;
 * take it where tokens are many on Infinity, which wants the secret with each. Safe for use by many
 * threads; prints nothing of the secret.
 */
public final class RotatingSecret {
  private volatile Secret now;

  /**
   * Begins with that secret.
   *
   * @param first the secret to begin with
   */
  public RotatingSecret(Secret first) {
    this.now = Objects.requireNonNull(first, "first");
  }

  /**
   * Takes that secret from the next call on.
   *
   * @param next the secret from now on
   */
  public void set(Secret next) {
    this.now = Objects.requireNonNull(next, "next");
  }

  /** {@return the secret in force} */
  public Secret get() {
    return now;
  }

  @Override
  public String toString() {
    return "RotatingSecret[" + Secret.REDACTED + "]";
  }
}
