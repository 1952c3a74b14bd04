package io.axptoken.server.identity.jwt.keys;

import java.security.Key;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that signatures are checked with, for the algorithms of its own kind alone: a public key
 * can never be taken for an HMAC secret.
 *
 * @param kid the id tokens call it by, or {@code null} if it fits whatever they say
 * @param algorithms what it may be used with
 * @param key public key or HMAC secret
 */
public record VerificationKey(@Nullable String kid, Set<String> algorithms, Key key) {
  /** Whether a token may have been signed with it. */
  boolean fits(@Nullable String tokenKid, String algorithm) {
    return algorithms.contains(algorithm)
        && (kid == null || tokenKid == null || kid.equals(tokenKid));
  }

  /** Keys may be secrets. */
  @Override
  public String toString() {
    return "VerificationKey[REDACTED]";
  }
}
