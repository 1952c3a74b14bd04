package io.axptoken.client;

import java.time.Instant;
import java.util.Objects;

/**
 * What the client SDK needs: a signed token for one end user. Prints redacted.
 *
 * @param value the token as the platform gave it: visible ASCII without quotes and backslashes; on
 *     AXP it starts with the literal {@code jwt.}
 * @param expiresAt when it ends
 */
public record EndUserToken(String value, Instant expiresAt) {
  /** Requires both parts. */
  public EndUserToken {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  @Override
  public String toString() {
    return "EndUserToken[value=" + Secret.REDACTED + ", expiresAt=" + expiresAt + "]";
  }
}
