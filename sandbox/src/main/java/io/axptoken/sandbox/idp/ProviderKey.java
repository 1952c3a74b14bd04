package io.axptoken.sandbox.idp;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.UUID;

/**
 * A key that the provider signs with.
 *
 * @param published its public part, as the key set has it
 * @param secret its private part
 */
record ProviderKey(JWK published, PrivateKey secret) {
  private static final int ED25519_BYTES = 32;

  /** A new one of 2048 bits for RS256, which takes a tenth of a second or more. */
  static ProviderKey rs256() {
    KeyPair pair = generate("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    JWK jwk =
        new RSAKey.Builder((RSAPublicKey) pair.getPublic())
            .keyID(newId())
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .build();
    return new ProviderKey(jwk, pair.getPrivate());
  }

  /** A new one of P-256 for ES256. */
  static ProviderKey es256() {
    KeyPair pair = generate("EC", new ECGenParameterSpec("secp256r1"));
    JWK jwk =
        new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
            .keyID(newId())
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES256)
            .build();
    return new ProviderKey(jwk, pair.getPrivate());
  }

  /** A new one of Ed25519 for EdDSA. */
  static ProviderKey edDsa() {
    KeyPair pair = generate("Ed25519", NamedParameterSpec.ED25519);
    byte[] encoded = pair.getPublic().getEncoded();
    // The key stands at the end of its X.509 form (RFC 8410, 4).
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    JWK jwk =
        new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
            .keyID(newId())
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.EdDSA)
            .build();
    return new ProviderKey(jwk, pair.getPrivate());
  }

  String id() {
    return published.getKeyID();
  }

  /** Whether it can make signatures of that algorithm, its own or another of the same kind. */
  boolean fits(String algorithm) {
    return switch (published) {
      case RSAKey _ -> algorithm.startsWith("RS") || algorithm.startsWith("PS");
      case ECKey _ -> algorithm.equals("ES256");
      default -> algorithm.equals("EdDSA") || algorithm.equals("Ed25519");
    };
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static KeyPair generate(String kind, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make keys of " + kind, e);
    }
  }
}
