package io.axptoken.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {
  @TempDir Path folder;

  @Test
  void aSelfSignedCertificateIsGoodForLocalhost() {
    Pem pem = Pem.in(folder);
    Pem.Identity identity = pem.selfSigned(Pem.KeyType.EC_P256);
    assertThat(pem.openssl("x509", "-in", identity.certificate(), "-noout", "-text"))
        .contains("DNS:localhost, IP Address:127.0.0.1", "Public-Key: (256 bit)");
    assertThat(identity.key()).content().startsWith("-----BEGIN PRIVATE KEY-----");
  }

  @Test
  void aChainLeadsToItsAuthority() {
    Pem pem = Pem.in(folder);
    Pem.Identity root = pem.authority("Root");
    Pem.Identity middle = pem.intermediate(root, "Middle");
    Pem.Identity leaf = pem.signedBy(middle, Pem.KeyType.ED25519);
    assertThat(
            pem.openssl(
                "verify",
                "-CAfile",
                root.certificate(),
                "-untrusted",
                middle.certificate(),
                leaf.certificate()))
        .contains(": OK");
    assertThat(pem.concat(leaf.certificate(), middle.certificate()))
        .content()
        .containsSubsequence("BEGIN CERTIFICATE", "BEGIN CERTIFICATE");
  }

  @Test
  void everyKeyTypeCanBeMade() {
    Pem pem = Pem.in(folder);
    for (Pem.KeyType type : Pem.KeyType.values()) {
      assertThat(pem.key(type)).isNotEmptyFile();
    }
  }
}
