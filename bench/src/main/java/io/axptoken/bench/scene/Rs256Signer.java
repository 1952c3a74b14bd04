package io.axptoken.bench.scene;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;

/** RS256 with a key of 2048 bits, new at each start. */
final class Rs256Signer extends TokenSigner {
  private final KeyPair keys;

  Rs256Signer() {
    super("RS256");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  @Override
  PublicKey publicKey() {
    return keys.getPublic();
  }

  @Override
  byte[] sign(byte[] text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(text);
    return signature.sign();
  }
}
