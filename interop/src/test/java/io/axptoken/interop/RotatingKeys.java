package io.axptoken.interop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.token.KeyProvider;

/**
 * The provider's key, which another takes the place of at a word; the old one is withdrawn then.
 */
final class RotatingKeys extends KeyProvider {
  private static final int RSA_BITS = 2048;

  private final AtomicInteger made = new AtomicInteger();
  private volatile JWK current = next();

  RotatingKeys() {
    super(List.of(), JWSAlgorithm.RS256.getName());
  }

  void rotate() {
    current = next();
  }

  @Override
  public JWK signingKey(String issuerId) {
    return current;
  }

  private JWK next() {
    try {
      return new RSAKeyGenerator(RSA_BITS)
          .keyID("key-" + made.incrementAndGet())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
