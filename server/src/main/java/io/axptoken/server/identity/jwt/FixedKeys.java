package io.axptoken.server.identity.jwt;

import io.axptoken.client.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;

/** Keys that the configuration names: files with public keys, and HMAC secrets. */
public final class FixedKeys {
  private static final int MAX_FILE_BYTES = 256 * 1024;

  private FixedKeys() {}

  /**
   * The public keys of a file: PEM, a JWK, or a set of JWKs.
   *
   * @throws UnusableKeys if it has none that is usable; the message says what it needs
   */
  public static List<VerificationKey> ofFile(Path file) {
    List<VerificationKey> keys;
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw unusable(file);
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.US_ASCII);
      keys = text.stripLeading().startsWith("{") ? JwkReader.read(bytes) : PemReader.read(text);
    } catch (IOException | GeneralSecurityException | NoKeys _) {
      throw unusable(file);
    }
    if (keys.isEmpty()) {
      throw unusable(file);
    }
    return keys;
  }

  /** A secret shared with who signs, for the HMAC algorithms it is long enough for. */
  public static VerificationKey ofSecret(Secret secret) {
    byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
    Set<String> algorithms = new TreeSet<>();
    // As many bytes as the hash has (RFC 7518, 3.2).
    for (int bits : new int[] {256, 384, 512}) {
      if (bytes.length * Byte.SIZE >= bits) {
        algorithms.add("HS" + bits);
      }
    }
    if (algorithms.isEmpty()) {
      throw new UnusableKeys("A secret for signatures must have 32 bytes at least.");
    }
    return new VerificationKey(null, Set.copyOf(algorithms), new SecretKeySpec(bytes, "HMAC"));
  }

  private static UnusableKeys unusable(Path file) {
    return new UnusableKeys(
        "No usable public key in "
            + file
            + ": it takes PEM (PUBLIC KEY or CERTIFICATE), a JWK or a JWK set, with RSA keys of 2048"
            + " bits or more, P-256, P-384, P-521 or Ed25519, and no private or secret keys.");
  }
}
