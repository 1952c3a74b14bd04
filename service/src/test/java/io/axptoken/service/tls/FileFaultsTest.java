package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFaultsTest extends FaultFixture {
  @Test
  void aMissingFile() {
    Path none = folder.resolve("none.pem");
    assertCertificateFault(none, "there is no such file. Check the path.");
    assertKeyFault(none, "", "there is no such file. Check the path.");
  }

  @Test
  void aFileThatMayNotBeRead() {
    var denied = new AccessDeniedException("/etc/ssl/server.key");
    assertThat(PemFile.unreadable("Private key file /etc/ssl/server.key", denied))
        .hasMessage(
            "Private key file /etc/ssl/server.key: may not be read."
                + " Give the server's user permission to read it.");
  }

  @Test
  void aFolder() {
    assertCertificateFault(folder, "is not a regular file. Name a PEM file.");
  }

  @Test
  void aPipe() throws Exception {
    Path pipe = folder.resolve("pipe.pem");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assertCertificateFault(pipe, "is not a regular file. Name a PEM file.");
  }

  @Test
  void aFileThatIsMuchTooLarge() {
    Path large = pem.text("x".repeat(1024 * 1024 + 1));
    assertKeyFault(large, "", "is larger than 1 MiB. Name a PEM file.");
  }

  @Test
  void anEmptyFile() {
    Path empty = pem.text("");
    assertKeyFault(empty, "", "is empty.");
  }

  @Test
  void aFileOfSomethingElse() {
    Path text = pem.text("just some notes\n");
    assertCertificateFault(text, "is not PEM: no line starts with -----BEGIN.");
  }

  @Test
  void aBlockThatIsCutOff() throws IOException {
    Path half = pem.text(Files.readString(certificate).substring(0, 200));
    assertCertificateFault(
        half,
        "is damaged: line 1: -----BEGIN CERTIFICATE----- has no -----END CERTIFICATE-----."
            + " Copy the file again.");
  }

  @Test
  void aBlockThatIsNotBase64() {
    Path odd = pem.text("-----BEGIN CERTIFICATE-----\n*!?\n-----END CERTIFICATE-----\n");
    assertCertificateFault(
        odd, "is damaged: a PEM block is cut off or not Base64. Copy the file again.");
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE KEY",
    "RSA PRIVATE KEY",
    "EC PRIVATE KEY",
  })
  void aKeyWhoseContentIsNoKey(String type) {
    Path odd = block(type, "AAAA");
    assertKeyFault(odd, "", "holds a damaged key. Copy the file again.");
  }

  @Test
  void anEncryptedKeyWhoseContentIsNoKey() {
    Path odd = block("ENCRYPTED PRIVATE KEY", "AAAA");
    assertKeyFault(odd, Pem.PASSPHRASE, "holds a damaged key. Copy the file again.");
  }

  @Test
  void aCertificateWhoseContentIsNoCertificate() {
    Path odd = block("CERTIFICATE", "AAAA");
    assertCertificateFault(odd, "holds a damaged certificate. Copy the file again.");
  }

  @Test
  void swappedPaths() {
    assertCertificateFault(
        key,
        "holds a private key but no certificate. Are"
            + " server.sslCertificatePath and server.sslPrivateKeyPath swapped?");
    assertKeyFault(
        certificate,
        "",
        "holds a certificate but no private key. Are"
            + " server.sslCertificatePath and server.sslPrivateKeyPath swapped?");
  }

  @Test
  void aPublicKeyIsNeither() {
    Path publicKey = pem.file("pub");
    pem.openssl("pkey", "-in", key, "-pubout", "-out", publicKey);
    assertCertificateFault(publicKey, "holds no certificate.");
    assertKeyFault(publicKey, "", "holds no private key.");
  }

  @Test
  void severalKeys() {
    Path both = pem.concat(key, pem.key(KeyType.RSA));
    assertKeyFault(both, "", "holds 2 private keys. Leave only one.");
  }
}
