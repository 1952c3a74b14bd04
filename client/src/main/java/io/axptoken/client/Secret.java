package io.axptoken.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A text that must never be printed: client secrets, access tokens, passphrases. It shows itself as
 * {@code [REDACTED]}, compares in constant time, and gives its text only to who asks for it by
 * name. Immutable and safe for use by many threads.
 */
public final class Secret {
  /** How every secret prints. */
  public static final String REDACTED = "[REDACTED]";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Wraps a secret text, which may be empty.
   *
   * @param text the secret
   * @return the secret
   */
  public static Secret of(String text) {
    return new Secret(Objects.requireNonNull(text, "text"));
  }

  /** {@return the secret itself, for the one place that sends or uses it} */
  public String reveal() {
    return text;
  }

  /** {@return whether there is nothing to hide} */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  /** The same for every secret, so that a hash never tells two apart. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return REDACTED;
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
