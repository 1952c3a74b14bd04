package io.axptoken.bench.tls;

import io.axptoken.bench.host.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A P-256 key with a certificate of its own making for 127.0.0.1, new at each start of the bench
 * and gone with its folder: everybody serves with it, and trusts it alone.
 */
public final class BenchCertificate {
  private static final String ALIAS = "bench";
  private static final char[] PASSWORD = "of-no-worth".toCharArray();

  private final Path store;
  private final Path certificate;
  private final Path key;

  private BenchCertificate(Path store, Path certificate, Path key) {
    this.store = store;
    this.certificate = certificate;
    this.key = key;
  }

  /** A new one, in the workspace. */
  public static BenchCertificate make(Workspace workspace)
      throws IOException, InterruptedException {
    Path store = workspace.folder().resolve("bench.p12");
    workspace.start("keytool", keytool(store)).output(Duration.ofMinutes(1));
    try {
      KeyStore opened = open(store);
      return new BenchCertificate(
          store,
          workspace.write(
              "bench.crt", pem("CERTIFICATE", opened.getCertificate(ALIAS).getEncoded())),
          workspace.write(
              "bench.key", pem("PRIVATE KEY", opened.getKey(ALIAS, PASSWORD).getEncoded())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The certificate that keytool made cannot be read.", e);
    }
  }

  /** The certificate, PEM. */
  public Path certificate() {
    return certificate;
  }

  /** Its private key, PEM. */
  public Path key() {
    return key;
  }

  /** Key and certificate, PKCS#12. */
  public Path store() {
    return store;
  }

  /** For both sides of a connection. */
  public SSLContext context() throws IOException {
    return context(store);
  }

  /** The same in a process that has only the file. */
  public static SSLContext context(Path store) throws IOException {
    try {
      KeyStore keys = open(store);
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusting(keys).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The certificate of the bench cannot be used.", e);
    }
  }

  private static TrustManagerFactory trusting(KeyStore keys)
      throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, PASSWORD);
    anchors.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    return trust;
  }

  private static KeyStore open(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
  }

  private static List<String> keytool(Path store) {
    String password = String.valueOf(PASSWORD);
    return List.of(
        System.getProperty("java.home") + "/bin/keytool",
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "san=ip:127.0.0.1",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        password);
  }
}
