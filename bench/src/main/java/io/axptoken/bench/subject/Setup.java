package io.axptoken.bench.subject;

import io.axptoken.bench.tls.BenchCertificate;
import org.jspecify.annotations.Nullable;

/**
 * How the token server is set up for a scene.
 *
 * @param server further settings of the section {@code server}, each with a comma before it
 * @param settings whole sections: identity, limits, and what else the scene is about
 * @param reuses whether it may give a token twice
 * @param certificate for TLS with callers, or null for none
 * @param platform for TLS with the platform, or null for none
 */
public record Setup(
    String server,
    String settings,
    boolean reuses,
    @Nullable BenchCertificate certificate,
    @Nullable BenchCertificate platform) {
  /** Limits in force, but too high to be met. */
  public static final String LIMITS =
      "limits: { perAddress: 1000000/s, perUser: 1000000/s, burst: 1000000 }\n";

  /** TLS on both sides, or on none. */
  public Setup(
      String server, String settings, boolean reuses, @Nullable BenchCertificate certificate) {
    this(server, settings, reuses, certificate, certificate);
  }

  /** Users say themselves who they are. */
  public static final String CLAIMED = "identity: { modes: [claimed] }\n";

  /** Plain HTTP on both sides, claimed users, a new token each time: the bare minimum. */
  public static Setup bare() {
    return plain(CLAIMED + LIMITS);
  }

  /** Plain HTTP on both sides, and these sections. */
  public static Setup plain(String settings) {
    return new Setup("", settings, false, null);
  }

  String serverSettings() {
    return certificate == null
        ? server
        : server
            + ", ssl: true, sslCertificatePath: %s, sslPrivateKeyPath: %s"
                .formatted(certificate.certificate(), certificate.key());
  }

  String platformTrust() {
    return platform == null ? "" : "  caCertificatePath: " + platform.certificate() + "\n";
  }
}
