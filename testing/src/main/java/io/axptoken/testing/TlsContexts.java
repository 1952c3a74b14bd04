package io.axptoken.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's TLS for the certificates of a {@link Pem}. */
public final class TlsContexts {
  private static final char[] PASSWORD = Pem.PASSPHRASE.toCharArray();

  private TlsContexts() {}

  /** For a server that shows this identity. */
  public static SSLContext serving(Pem pem, Pem.Identity identity)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(store(pem, identity).toFile(), PASSWORD), PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  /** For a client that trusts this authority alone. */
  public static SSLContext trusting(Path authority) throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    try (InputStream certificate = Files.newInputStream(authority)) {
      anchors.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  private static Path store(Pem pem, Pem.Identity identity) {
    Path store = pem.file("p12");
    pem.openssl(
        "pkcs12",
        "-export",
        "-inkey",
        identity.key(),
        "-in",
        identity.certificate(),
        "-passout",
        "pass:" + Pem.PASSPHRASE,
        "-out",
        store);
    return store;
  }
}
