package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.testing.Pem;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {
  @TempDir Path folder;

  @Test
  void theFilesCertificatesAreTrustedBesideTheSystems() throws Exception {
    Pem pem = Pem.in(folder);
    Path both = pem.concat(pem.authority("One").certificate(), pem.authority("Two").certificate());

    List<String> subjects = subjects(TrustAnchors.load(both));

    var system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    system.init((java.security.KeyStore) null);
    assertThat(subjects)
        .contains("CN=One", "CN=Two")
        .containsAll(subjects(TrustOptions.wrap(system)));
  }

  @Test
  void aFileWithoutCertificatesIsRefused() {
    Pem pem = Pem.in(folder);
    Path key = pem.key(Pem.KeyType.EC_P256);
    assertThatThrownBy(() -> TrustAnchors.load(key))
        .isInstanceOf(KeyMaterialException.class)
        .hasMessage("CA certificate file " + key + ": holds no certificate.");
  }

  @Test
  void aMissingFileIsRefused() {
    Path none = folder.resolve("none.pem");
    assertThatThrownBy(() -> TrustAnchors.load(none))
        .isInstanceOf(KeyMaterialException.class)
        .hasMessage("CA certificate file " + none + ": there is no such file. Check the path.");
  }

  private static List<String> subjects(TrustOptions options) throws Exception {
    return Stream.of(options.trustManagerMapper(null).apply("any"))
        .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
        .map(X509Certificate::getSubjectX500Principal)
        .map(Object::toString)
        .toList();
  }
}
