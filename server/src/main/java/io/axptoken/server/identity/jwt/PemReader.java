package io.axptoken.server.identity.jwt;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads public keys and certificates in PEM (RFC 7468); a certificate stands for its key. */
final class PemReader {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

  private PemReader() {}

  /** The usable keys; they have no id, so they fit tokens whatever id these name. */
  static List<VerificationKey> read(String pem) throws GeneralSecurityException {
    List<VerificationKey> keys = new ArrayList<>();
    Matcher block = BLOCK.matcher(pem);
    while (block.find()) {
      PublicKey key = key(block.group(1), decoded(block.group(2)));
      Set<String> algorithms = PublicKeys.algorithms(key);
      if (!algorithms.isEmpty()) {
        keys.add(new VerificationKey(null, algorithms, key));
      }
    }
    return keys;
  }

  private static byte[] decoded(String base64) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static PublicKey key(String label, byte[] der) throws GeneralSecurityException {
    return switch (label) {
      case "CERTIFICATE" ->
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey();
      case "PUBLIC KEY" -> subjectPublicKey(der);
      default -> throw new GeneralSecurityException("no public key");
    };
  }

  private static PublicKey subjectPublicKey(byte[] der) throws GeneralSecurityException {
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException _) {
        // Not of this kind; perhaps of the next.
      }
    }
    throw new GeneralSecurityException("no known kind of key");
  }
}
