package io.axptoken.service.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;

/** Which keys are good enough, and which belong together. */
final class KeyPairs {
  private static final int LEAST_RSA_BITS = 2048;
  private static final byte[] SAMPLE = {'a', 'x', 'p'};

  private KeyPairs() {}

  /** Whether what the private key signs is verified by the public one. */
  static boolean match(PrivateKey privateKey, PublicKey publicKey) {
    if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(signatureOf(privateKey));
      signature.initSign(privateKey);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The reason why this key must not be used, or an empty text. */
  static String weakness(PrivateKey key) {
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      return "is an RSA key of %d bits, which is too short. Use at least %d."
          .formatted(rsa.getModulus().bitLength(), LEAST_RSA_BITS);
    }
    return "";
  }

  private static String signatureOf(PrivateKey key) {
    if (key instanceof ECPrivateKey) {
      return "SHA256withECDSA";
    }
    return key instanceof EdECPrivateKey ? "EdDSA" : "SHA256withRSA";
  }
}
