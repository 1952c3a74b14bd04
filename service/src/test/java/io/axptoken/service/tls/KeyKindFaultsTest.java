package io.axptoken.service.tls;

import io.axptoken.testing.Pem.KeyType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyKindFaultsTest extends FaultFixture {
  @Test
  void aKeyOfAnotherCertificate() {
    Path other = pem.key(KeyType.EC_P256);
    assertKeyFault(
        other,
        "",
        "does not belong to the certificate in "
            + certificate
            + ". Use the key the certificate was made for.");
  }

  @Test
  void aKeyOfAnotherType() {
    Path other = pem.key(KeyType.RSA);
    assertKeyFault(
        other,
        "",
        "does not belong to the certificate in "
            + certificate
            + " (the key is RSA, the certificate EC). Use the key the certificate was made for.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RSA_1024|is an RSA key of 1024 bits, which is too short. Use at least 2048.",
        "EC_SECP256K1|holds an EC key on a curve that is not supported. Use P-256, P-384 or P-521.",
        "ED448|is a key of type Ed448, which is not supported. Use RSA, EC or Ed25519."
      })
  void aKeyThatIsNotGoodEnough(KeyType type, String message) {
    Path weak = pem.key(type);
    assertKeyFault(weak, "", message);
  }

  @Test
  void anEcKeyThatSpellsItsCurveOut() {
    Path explicit = pem.file("key");
    pem.openssl(
        "ecparam",
        "-name",
        "prime256v1",
        "-genkey",
        "-noout",
        "-param_enc",
        "explicit",
        "-out",
        explicit);
    assertKeyFault(
        explicit,
        "",
        "holds an EC key on a curve that is not supported. Use P-256, P-384 or P-521.");
  }

  @Test
  void aCertificateThatSpellsItsCurveOutIsNotCalledDamaged() {
    Path explicit = pem.file("key");
    pem.openssl(
        "ecparam", "-name", "prime256v1", "-genkey", "-param_enc", "explicit", "-out", explicit);
    assertCertificateFault(
        pem.selfSigned(explicit),
        "holds a certificate with a key on a curve that is not supported, or that is spelled out."
            + " Use P-256, P-384 or P-521, by name.");
  }

  @Test
  void aDsaKey() {
    Path parameters = pem.file("pem");
    Path dsa = pem.file("key");
    pem.openssl("dsaparam", "-out", parameters, "1024");
    pem.openssl("gendsa", "-out", dsa, parameters);
    assertKeyFault(
        dsa, "", "is a key of type DSA, which is not supported. Use RSA, EC or Ed25519.");
    Path traditional = block("DSA PRIVATE KEY", "AAAA");
    assertKeyFault(
        traditional, "", "is a key of type DSA, which is not supported. Use RSA, EC or Ed25519.");
  }

  @Test
  void aKeyInTheFormOfOpenSsh() {
    Path ssh = block("OPENSSH PRIVATE KEY", "AAAA");
    assertKeyFault(
        ssh, "", "is in the form of OpenSSH. Convert it: ssh-keygen -p -m PKCS8 -f " + ssh);
  }
}
