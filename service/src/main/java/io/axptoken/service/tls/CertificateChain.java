package io.axptoken.service.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificates of a file, and their order. */
final class CertificateChain {
  private final PemFile file;
  private final List<X509Certificate> certificates;

  CertificateChain(PemFile file) {
    this.file = file;
    this.certificates = file.certificates();
    if (certificates.isEmpty()) {
      throw file.fault(
          file.has("PRIVATE KEY")
              ? "holds a private key but no certificate. " + PemFile.SWAPPED
              : "holds no certificate.");
    }
  }

  /**
   * The chain that starts with the key's own certificate. Certificates that have no place in it
   * come last, since leaving them out might break what works elsewhere.
   */
  List<X509Certificate> of(PrivateKey key, PemFile keys) {
    X509Certificate own =
        certificates.stream()
            .filter(certificate -> KeyPairs.match(key, certificate.getPublicKey()))
            .findFirst()
            .orElseThrow(() -> mismatch(key, keys));
    List<X509Certificate> left = new ArrayList<>(certificates);
    List<X509Certificate> chain = new ArrayList<>();
    for (X509Certificate next = own; next != null; next = issuerOf(next, left)) {
      chain.add(next);
      left.remove(next);
    }
    chain.addAll(left);
    return chain;
  }

  /** Refuses a certificate whose time has not come or is over. */
  void requireValid(X509Certificate own, Instant now) {
    String subject = own.getSubjectX500Principal().getName();
    if (now.isAfter(own.getNotAfter().toInstant())) {
      throw file.fault(
          "the certificate of %s expired on %s. Renew it."
              .formatted(subject, own.getNotAfter().toInstant()));
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      throw file.fault(
          "the certificate of %s is not valid before %s. Check the clock of this machine."
              .formatted(subject, own.getNotBefore().toInstant()));
    }
  }

  private static @Nullable X509Certificate issuerOf(
      X509Certificate certificate, List<X509Certificate> candidates) {
    return candidates.stream()
        .filter(candidate -> !candidate.equals(certificate))
        .filter(candidate -> issued(candidate, certificate))
        .findFirst()
        .orElse(null);
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private KeyMaterialException mismatch(PrivateKey key, PemFile keys) {
    String types =
        certificates.getFirst().getPublicKey().getAlgorithm().equals(key.getAlgorithm())
            ? ""
            : " (the key is %s, the certificate %s)"
                .formatted(
                    key.getAlgorithm(), certificates.getFirst().getPublicKey().getAlgorithm());
    return keys.fault(
        "does not belong to the certificate in %s%s. Use the key the certificate was made for."
            .formatted(file.path(), types));
  }
}
