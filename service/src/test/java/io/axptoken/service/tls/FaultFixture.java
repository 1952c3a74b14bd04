package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import java.nio.file.Path;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A good certificate with its key, for tests that replace one of the two. */
abstract class FaultFixture {
  @TempDir Path folder;
  Pem pem;
  Path key;
  Path certificate;

  @BeforeEach
  void makeGoodFiles() {
    pem = Pem.in(folder);
    Pem.Identity good = pem.selfSigned(KeyType.EC_P256);
    key = good.key();
    certificate = good.certificate();
  }

  void assertCertificateFault(Path bad, String message) {
    assertFault(() -> load(bad, key, ""), "Certificate file " + bad + ": " + message);
  }

  void assertKeyFault(Path bad, String passPhrase, String message) {
    assertFault(
        () -> load(certificate, bad, passPhrase), "Private key file " + bad + ": " + message);
  }

  private static void assertFault(ThrowingCallable load, String message) {
    assertThatThrownBy(load)
        .isInstanceOf(KeyMaterialException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  static void load(Path certificate, Path key, String passPhrase) {
    KeyMaterial.load(certificate, key, Secret.of(passPhrase), Clock.systemUTC());
  }

  /** A PEM file of one block. */
  Path block(String type, String content) {
    return pem.text("-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, content));
  }
}
