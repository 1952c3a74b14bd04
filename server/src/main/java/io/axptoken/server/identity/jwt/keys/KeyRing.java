package io.axptoken.server.identity.jwt.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys in force at one time. Compared by identity: a verification holds for as long as the ring
 * it was made with.
 */
public final class KeyRing {
  public static final KeyRing EMPTY = new KeyRing(List.of());

  /** A token without a key id is tried with so many keys at most. */
  private static final int MAX_TRIES = 8;

  private final List<VerificationKey> keys;

  public KeyRing(List<VerificationKey> keys) {
    this.keys = List.copyOf(keys);
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  public List<VerificationKey> keys() {
    return keys;
  }

  /** The keys that a token may have been signed with. */
  public List<VerificationKey> candidates(@Nullable String kid, String algorithm) {
    return keys.stream().filter(key -> key.fits(kid, algorithm)).limit(MAX_TRIES).toList();
  }

  /** Whether there are more that a token may have been signed with than {@link #candidates} has. */
  public boolean hasMoreThanAreTried(@Nullable String kid, String algorithm) {
    return keys.stream()
        .filter(key -> key.fits(kid, algorithm))
        .skip(MAX_TRIES)
        .findAny()
        .isPresent();
  }

  /** Whether one of them has this id; no id asks for none. */
  public boolean names(@Nullable String kid) {
    return kid == null || keys.stream().anyMatch(key -> kid.equals(key.kid()));
  }
}
