package io.axptoken.server.identity.jwt.keys;

import io.axptoken.service.tls.PemText;
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
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,60})-----([^-]*)-----END \\1-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

  private PemReader() {}

  /**
   * The usable keys; they have no id, so they fit tokens whatever id these name.
   *
   * @throws NoKeys if there is anything but public keys; the reason goes on after the file's name
   *     and "it"
   */
  static List<VerificationKey> read(PemText pem) throws NoKeys {
    if (pem.fault() != null) {
      throw new NoKeys("is damaged: " + pem.fault());
    }
    List<VerificationKey> keys = new ArrayList<>();
    Matcher block = BLOCK.matcher(pem.text());
    while (block.find()) {
      PublicKey key = key(block.group(1), block.group(2));
      Set<String> algorithms = PublicKeys.algorithms(key);
      if (!algorithms.isEmpty()) {
        keys.add(new VerificationKey(null, algorithms, key));
      }
    }
    return keys;
  }

  private static PublicKey key(String label, String base64) throws NoKeys {
    if (!label.equals("CERTIFICATE") && !label.equals("PUBLIC KEY")) {
      throw new NoKeys("holds a block of another kind, " + label + remedy(label));
    }
    try {
      return key(label, decoded(base64));
    } catch (GeneralSecurityException _) {
      throw new NoKeys("holds a damaged " + label);
    }
  }

  private static String remedy(String label) {
    return switch (label) {
      case "RSA PUBLIC KEY" -> ". Convert it: openssl rsa -RSAPublicKey_in -pubout";
      case "PKCS7", "CMS" -> ". Convert it: openssl pkcs7 -print_certs";
      default -> label.endsWith("PRIVATE KEY") ? ". Take its public key: openssl pkey -pubout" : "";
    };
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
      default -> subjectPublicKey(der);
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
