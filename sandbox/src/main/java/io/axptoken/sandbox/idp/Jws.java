package io.axptoken.sandbox.idp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of JWS compact serializations (RFC 7515, 7518, 8037) over any header and payload, the
 * wrong ones that attackers write included; this is why no JOSE library makes them.
 */
final class Jws {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private Jws() {}

  /** What signs the first two parts. */
  @FunctionalInterface
  interface Signer {
    byte[] sign(byte[] input) throws GeneralSecurityException;
  }

  static String compact(String header, String payload, Signer signer) {
    String input = encode(utf8(header)) + "." + encode(utf8(payload));
    try {
      return input + "." + encode(signer.sign(utf8(input)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key does not fit the algorithm: " + e, e);
    }
  }

  static Signer by(PrivateKey key, String algorithm) {
    return input -> {
      Signature signature = signature(algorithm);
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    };
  }

  static Signer bySecret(byte[] secret, String algorithm) {
    String name = "HmacSHA" + bits(algorithm);
    return input -> {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret, name));
      return mac.doFinal(input);
    };
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    return switch (algorithm) {
      case "RS256", "RS384", "RS512" -> Signature.getInstance("SHA" + bits(algorithm) + "withRSA");
      case "ES256", "ES384", "ES512" ->
          Signature.getInstance("SHA" + bits(algorithm) + "withECDSAinP1363Format");
      case "PS256", "PS384", "PS512" -> pss(Integer.parseInt(bits(algorithm)));
      case "EdDSA", "Ed25519" -> Signature.getInstance("Ed25519");
      default -> throw new IllegalArgumentException("there is no algorithm " + algorithm);
    };
  }

  private static Signature pss(int bits) throws GeneralSecurityException {
    String hash = "SHA-" + bits;
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1));
    return signature;
  }

  private static String bits(String algorithm) {
    return algorithm.substring(2);
  }

  private static String encode(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
