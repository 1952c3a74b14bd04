package io.axptoken.sandbox.idp;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that sign, one of each kind, and those before them, which are still published. The first
 * are made when they are first asked for. May be used from any thread but an event loop's.
 */
final class ProviderKeys {
  private List<ProviderKey> current = List.of();
  private List<ProviderKey> former = List.of();

  /** Signs with new keys from now on. */
  void rotate() {
    use(List.of(ProviderKey.rs256(), ProviderKey.es256(), ProviderKey.edDsa()));
  }

  private synchronized void use(List<ProviderKey> fresh) {
    former = current;
    current = fresh;
  }

  /**
   * The key that signs with this algorithm.
   *
   * @throws IllegalArgumentException if there is none
   */
  synchronized ProviderKey signing(String algorithm) {
    return made().stream()
        .filter(key -> key.fits(algorithm))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the provider has no key for " + algorithm));
  }

  /** The public keys, the current ones first. */
  synchronized JWKSet published() {
    List<JWK> keys = new ArrayList<>();
    Stream.concat(made().stream(), former.stream()).map(ProviderKey::published).forEach(keys::add);
    return new JWKSet(keys);
  }

  private List<ProviderKey> made() {
    if (current.isEmpty()) {
      rotate();
    }
    return current;
  }
}
