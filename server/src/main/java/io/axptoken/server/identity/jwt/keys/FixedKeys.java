package io.axptoken.server.identity.jwt.keys;

import io.axptoken.service.config.Secret;
import io.axptoken.service.tls.ForeignForm;
import io.axptoken.service.tls.PemText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try {
      return usable(file);
    } catch (IOException _) {
      throw unusable(file, "it cannot be read or has more than 256 KiB");
    } catch (NoKeys none) {
      throw unusable(file, "it " + none.getMessage());
    }
  }

  private static List<VerificationKey> usable(Path file) throws IOException, NoKeys {
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IOException("too large");
    }
    byte[] bytes = Files.readAllBytes(file);
    PemText pem = PemText.of(bytes);
    if (pem.text().stripLeading().startsWith("{")) {
      return JwkReader.read(bytes);
    }
    if (!pem.text().contains("-----BEGIN ")) {
      throw new NoKeys(ForeignForm.advice(bytes, file));
    }
    List<VerificationKey> keys = PemReader.read(pem);
    if (keys.isEmpty()) {
      throw new NoKeys("holds none that is fit");
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

  private static UnusableKeys unusable(Path file, String reason) {
    return new UnusableKeys(
        "No usable public key in %s: %s%s It takes PEM (PUBLIC KEY or CERTIFICATE), a JWK or a JWK"
                .formatted(file, reason, reason.endsWith(".") ? "" : ".")
            + " set, with RSA keys of 2048 bits or more, P-256, P-384, P-521 or Ed25519, and no"
            + " private or secret keys.");
  }
}
