package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import io.axptoken.service.config.Secret;

/**
 * Puts a keyed hash in the place of user ids: {@code base64url(HMAC-SHA256(secret, "axp pseudonym
 * v1\n" + id))}, 43 characters. The same id has the same pseudonym at all times and in all
 * integrations with the same secret, and nobody without it can find out which id stands behind.
 */
public final class Pseudonyms {
  private static final String PURPOSE = "axp pseudonym v1\n";

  private final KeyedHash hash;

  /** Pseudonyms under this secret. */
  public Pseudonyms(Secret secret) {
    this.hash = new KeyedHash(secret);
  }

  /** The same user under a pseudonym. */
  public EndUser disguise(EndUser user) {
    return new EndUser(
        hash.of(PURPOSE + user.id()), user.name(), user.identifiers(), user.verified());
  }
}
