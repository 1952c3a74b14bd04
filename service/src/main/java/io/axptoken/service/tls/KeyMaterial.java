package io.axptoken.service.tls;

import io.axptoken.service.config.Secret;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a TLS server needs: its chain, own certificate first, and the key that belongs to it.
 *
 * @param chain at least the server's own certificate
 * @param privateKey RSA, EC or Ed25519
 */
public record KeyMaterial(List<X509Certificate> chain, PrivateKey privateKey) {
  /** How long before its end a certificate is worth a warning. */
  private static final Duration SOON = Duration.ofDays(14);

  public KeyMaterial {
    chain = List.copyOf(chain);
  }

  /**
   * Reads and checks both files, which may be one and the same. The order of the certificates does
   * not matter: the one that belongs to the key comes first, each issuer after what it issued.
   *
   * @param passPhrase empty when the key has none
   * @throws KeyMaterialException with one line that names the file, what is wrong and what to do
   */
  public static KeyMaterial load(Path certificate, Path key, Secret passPhrase, Clock clock) {
    PemFile certificates = PemFile.read("Certificate file", certificate);
    PemFile keys = PemFile.read("Private key file", key);
    var chain = new CertificateChain(certificates);
    PrivateKey privateKey = privateKey(keys, passPhrase);
    List<X509Certificate> ordered = chain.of(privateKey, keys);
    chain.requireValid(ordered.getFirst(), clock.instant());
    return new KeyMaterial(ordered, privateKey);
  }

  /** The one of the file, checked to be strong enough. */
  static PrivateKey privateKey(PemFile keys, Secret passPhrase) {
    PrivateKey key =
        PlainPem.of(keys.text())
            .privateKey()
            .orElseGet(() -> new PrivateKeyFile(keys, passPhrase).privateKey());
    String weakness = KeyPairs.weakness(key);
    if (!weakness.isEmpty()) {
      throw keys.fault(weakness);
    }
    return key;
  }

  /** When the first certificate of the chain ends. */
  public Instant end() {
    return chain.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The server's own certificate, for the log. */
  public String described() {
    X509Certificate own = chain.getFirst();
    return "the certificate of %s, which ends on %s"
        .formatted(own.getSubjectX500Principal().getName(), own.getNotAfter().toInstant());
  }

  /** One line for each certificate that has ended or ends soon, for the log. */
  public List<String> warnings(Clock clock) {
    Instant soon = clock.instant().plus(SOON);
    return chain.stream()
        .filter(certificate -> certificate.getNotAfter().toInstant().isBefore(soon))
        .map(certificate -> warning(certificate, clock.instant()))
        .toList();
  }

  private static String warning(X509Certificate certificate, Instant now) {
    Instant end = certificate.getNotAfter().toInstant();
    String ends = end.isBefore(now) ? "expired" : "expires";
    return "Certificate of %s %s on %s. Renew it."
        .formatted(
            certificate.getSubjectX500Principal().getName(),
            ends,
            end.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** Shows the certificate's subject, never the key. */
  @Override
  public String toString() {
    return "KeyMaterial of " + chain.getFirst().getSubjectX500Principal().getName();
  }
}
