package io.axptoken.bench.scene;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/**
 * ES256 with one nonce for all signatures, which gives the key away to whoever looks: fine for a
 * key that guards nothing, and fast enough to sign for hundreds of thousands of users in a second.
 * To the verifier they are signatures like any other.
 */
final class Es256Signer extends TokenSigner {
  private static final int FIELD_BYTES = 32;

  private final KeyPair keys = newKeys();
  private final BigInteger order;
  private final BigInteger key;
  private final BigInteger r;
  private final BigInteger inverseNonce;

  Es256Signer() {
    super("ES256");
    KeyPair nonce = newKeys();
    order = ((ECPublicKey) nonce.getPublic()).getParams().getOrder();
    key = ((ECPrivateKey) keys.getPrivate()).getS();
    r = ((ECPublicKey) nonce.getPublic()).getW().getAffineX().mod(order);
    inverseNonce = ((ECPrivateKey) nonce.getPrivate()).getS().modInverse(order);
  }

  @Override
  PublicKey publicKey() {
    return keys.getPublic();
  }

  @Override
  byte[] sign(byte[] text) throws GeneralSecurityException {
    BigInteger hash = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text));
    BigInteger s = hash.add(r.multiply(key)).multiply(inverseNonce).mod(order);
    byte[] signature = new byte[2 * FIELD_BYTES];
    put(r, signature, 0);
    put(s, signature, FIELD_BYTES);
    return signature;
  }

  // Right-aligned, without the byte that BigInteger spends on a sign.
  private static void put(BigInteger number, byte[] target, int start) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, FIELD_BYTES);
    System.arraycopy(bytes, bytes.length - length, target, start + FIELD_BYTES - length, length);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }
}
