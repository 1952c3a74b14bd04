package io.axptoken.sandbox.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * The key that signs, and the one before it, whose tokens still verify. The first key is made in
 * the background from the start on; {@link #ready} tells when it is there.
 */
public final class SigningKeys {
  private static final int KEPT = 2;

  private final CompletableFuture<Void> ready;
  private volatile List<SigningKey> keys = List.of();

  /** Begins to make the first key. */
  public SigningKeys() {
    ready = CompletableFuture.runAsync(this::rotate);
  }

  /** Completes when the first key is there. */
  public CompletionStage<Void> ready() {
    return ready;
  }

  /** Makes a new key and signs with it from now on. Takes a tenth of a second or more. */
  public void rotate() {
    use(SigningKey.generate());
  }

  private synchronized void use(SigningKey key) {
    keys = Stream.concat(Stream.of(key), keys.stream()).limit(KEPT).toList();
  }

  /** The public keys as a JSON Web Key Set, the current one first. */
  public String jwks() {
    List<JWK> published = keys.stream().<JWK>map(SigningKey::jwk).toList();
    return new JWKSet(published).toString(true);
  }

  SigningKey current() {
    return keys.getFirst();
  }

  Optional<SigningKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
