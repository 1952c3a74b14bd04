package io.axptoken.service.tls;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server trusts when it calls the platform: the system's anchors and some more. Two are
 * equal that add the same certificates, whatever files these are from.
 */
public final class TrustAnchors {
  private final List<X509Certificate> added;
  private final TrustManagerFactory managers;

  private TrustAnchors(List<X509Certificate> added, TrustManagerFactory managers) {
    this.added = List.copyOf(added);
    this.managers = managers;
  }

  /**
   * The system's trust anchors and the certificates of this file.
   *
   * @throws KeyMaterialException with one line that names the file, what is wrong and what to do
   */
  public static TrustAnchors read(Path certificates) {
    PemFile file = PemFile.read("CA certificate file", certificates);
    List<X509Certificate> extra = file.certificates();
    if (extra.isEmpty()) {
      throw file.fault("holds no certificate.");
    }
    try {
      return new TrustAnchors(extra, factory(store(extra)));
    } catch (GeneralSecurityException | IOException e) {
      throw file.fault("its certificates cannot be used as trust anchors.");
    }
  }

  /** As {@link #read}, in the form Vert.x takes them. */
  public static TrustOptions load(Path certificates) {
    return read(certificates).options();
  }

  /** As {@link #read}, for the JDK's own TLS. */
  public static TrustManagerFactory managers(Path certificates) {
    return read(certificates).managers;
  }

  /** In the form Vert.x takes them. */
  public TrustOptions options() {
    return TrustOptions.wrap(managers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustAnchors anchors && anchors.added.equals(added);
  }

  @Override
  public int hashCode() {
    return added.hashCode();
  }

  private static KeyStore store(List<X509Certificate> extra)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> all = new ArrayList<>(extra);
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager system) {
        all.addAll(List.of(system.getAcceptedIssuers()));
      }
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (X509Certificate certificate : all) {
      store.setCertificateEntry("anchor-" + store.size(), certificate);
    }
    return store;
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
