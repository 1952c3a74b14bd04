package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
  private static final Clock NOW = Clock.systemUTC();

  @TempDir Path folder;
  private Pem pem;
  private Pem.Identity root;
  private Pem.Identity middle;
  private Pem.Identity leaf;

  @BeforeEach
  void setUp() {
    pem = Pem.in(folder);
    root = pem.authority("Root");
    middle = pem.intermediate(root, "Middle");
    leaf = pem.signedBy(middle, KeyType.EC_P256);
  }

  @Test
  void aChainKeepsItsOrder() {
    assertThat(subjects(leaf.certificate(), middle.certificate(), root.certificate()))
        .containsExactly("CN=localhost", "CN=Middle", "CN=Root");
  }

  @Test
  void aChainInAnyOtherOrderIsSorted() {
    assertThat(subjects(root.certificate(), middle.certificate(), leaf.certificate()))
        .containsExactly("CN=localhost", "CN=Middle", "CN=Root");
    assertThat(subjects(middle.certificate(), leaf.certificate()))
        .containsExactly("CN=localhost", "CN=Middle");
  }

  @Test
  void whatHasNoPlaceInTheChainComesLast() {
    Pem.Identity stranger = pem.authority("Stranger");
    assertThat(subjects(stranger.certificate(), middle.certificate(), leaf.certificate()))
        .containsExactly("CN=localhost", "CN=Middle", "CN=Stranger");
  }

  @Test
  void anExpiredCertificateIsRefused() {
    Clock later = Clock.offset(NOW, Duration.ofDays(31));
    assertThatThrownBy(() -> load(later, leaf.certificate()))
        .isInstanceOf(KeyMaterialException.class)
        .hasMessageMatching(
            "Certificate file \\S+: the certificate of CN=localhost expired on"
                + " \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z\\. Renew it\\.");
  }

  @Test
  void aCertificateWhoseTimeHasNotComeIsRefused() {
    Clock earlier = Clock.offset(NOW, Duration.ofDays(-1));
    assertThatThrownBy(() -> load(earlier, leaf.certificate()))
        .isInstanceOf(KeyMaterialException.class)
        .hasMessageMatching(
            "Certificate file \\S+: the certificate of CN=localhost is not valid before"
                + " \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z\\. Check the clock of this machine\\.");
  }

  @Test
  void aCertificateThatEndsSoonIsWorthAWarning() {
    KeyMaterial material = load(NOW, leaf.certificate());
    assertThat(material.warnings(NOW)).isEmpty();
    assertThat(material.warnings(Clock.offset(NOW, Duration.ofDays(15)))).isEmpty();
    assertThat(material.warnings(Clock.offset(NOW, Duration.ofDays(17))))
        .singleElement()
        .asString()
        .matches("Certificate of CN=localhost expires on \\d{4}-\\d\\d-\\d\\d\\. Renew it\\.");
  }

  @Test
  void anExpiredIssuerIsWorthAWarningToo() {
    KeyMaterial material = load(NOW, leaf.certificate(), middle.certificate());
    assertThat(material.warnings(Clock.offset(NOW, Duration.ofDays(31))))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Certificate of CN=Middle expired on ");
  }

  @Test
  void keyMaterialDoesNotPrintItsKey() {
    assertThat(load(NOW, leaf.certificate())).hasToString("KeyMaterial of CN=localhost");
  }

  private List<String> subjects(Path... certificates) {
    return load(NOW, certificates).chain().stream()
        .map(X509Certificate::getSubjectX500Principal)
        .map(Object::toString)
        .toList();
  }

  private KeyMaterial load(Clock clock, Path... certificates) {
    return KeyMaterial.load(pem.concat(certificates), leaf.key(), Secret.of(""), clock);
  }
}
