package io.axptoken.bench.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A customer's backend that signs its users' bearer tokens. */
abstract class TokenSigner {
  private static final Duration LIFE = Duration.ofHours(6);

  private final String header;
  private final long expiry = Instant.now().plus(LIFE).getEpochSecond();

  TokenSigner(String algorithm) {
    header = base64("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm).getBytes(UTF_8));
  }

  /** The key that its tokens are verified with. */
  abstract PublicKey publicKey();

  /** The signature over {@code text}, as JWS wants it. */
  abstract byte[] sign(byte[] text) throws GeneralSecurityException;

  /** The token of a user. */
  final String token(int user) {
    String claims =
        """
        {"iss":"bench-backend","aud":"axp-token-server","sub":"user-%1$07d","name":"Guest %1$07d",\
        "email":"user-%1$07d@example.com","email_verified":true,"exp":%2$d}\
        """
            .formatted(user, expiry);
    String signed = header + '.' + base64(claims.getBytes(UTF_8));
    try {
      return signed + '.' + base64(sign(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A token cannot be signed.", e);
    }
  }

  /** The public key, PEM. */
  final String publicKeyPem() {
    String text =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
