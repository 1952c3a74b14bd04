package io.axptoken.sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.UUID;

/**
 * A 2048-bit RSA key for RS256, ready to sign and to verify.
 *
 * @param jwk with its private part
 * @param signer signs with it
 * @param verifier verifies with it
 */
record SigningKey(RSAKey jwk, JWSSigner signer, JWSVerifier verifier) {

  /** Makes a new one, which takes a tenth of a second or more. */
  static SigningKey generate() {
    try {
      RSAKey key =
          new RSAKeyGenerator(2048)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      return new SigningKey(key, new RSASSASigner(key), new RSASSAVerifier(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot make RSA keys", e);
    }
  }

  String id() {
    return jwk.getKeyID();
  }
}
