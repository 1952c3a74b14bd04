package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.testing.Pem;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseFaultsTest extends FaultFixture {
  @ParameterizedTest
  @ValueSource(strings = {"-v2 aes-256-cbc", "-v2 des3", "-scrypt", "-v1 PBE-SHA1-3DES"})
  void aWrongOrMissingPassphrase(String options) {
    Path encrypted = pem.file("key");
    Path pass = pem.text(Pem.PASSPHRASE);
    Object[] fixed = {"pkcs8", "-topk8", "-in", key, "-out", encrypted, "-passout", "file:" + pass};
    pem.openssl(Stream.of(fixed, options.split(" ", -1)).flatMap(Stream::of).toArray());
    assertPassphraseFaults(encrypted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-des3", "-aes128", "-aes256"})
  void aWrongOrMissingPassphraseOfTheOldForm(String cipher) {
    Path encrypted = pem.file("key");
    Path pass = pem.text(Pem.PASSPHRASE);
    pem.openssl("ec", "-in", key, cipher, "-out", encrypted, "-passout", "file:" + pass);
    assertPassphraseFaults(encrypted);
  }

  private void assertPassphraseFaults(Path encrypted) {
    assertKeyFault(encrypted, "", "is encrypted. Set server.sslPassPhrase.");
    for (int i = 0; i < 20; i++) {
      assertKeyFault(
          encrypted,
          "s3cr3t-wrong-" + i,
          "cannot be decrypted. server.sslPassPhrase is wrong, or the file is damaged.");
    }
  }

  @Test
  void anEncryptionThatIsNotKnown() {
    Path odd =
        pem.text(
            """
            -----BEGIN RSA PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: IDEA-CBC,0123456789ABCDEF

            AAAAAAAAAAAAAAAAAAAAAA==
            -----END RSA PRIVATE KEY-----
            """);
    assertKeyFault(
        odd,
        Pem.PASSPHRASE,
        "is encrypted with IDEA-CBC, which is not supported."
            + " Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in "
            + odd);
  }

  @Test
  void aCipherCannotSteerATerminalNorFillIt() {
    Path odd =
        pem.text(
            """
            -----BEGIN RSA PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: A\u001B[2J%s,0123456789ABCDEF

            AAAAAAAAAAAAAAAAAAAAAA==
            -----END RSA PRIVATE KEY-----
            """
                .formatted("X".repeat(10_000)));
    assertThatThrownBy(() -> load(certificate, odd, Pem.PASSPHRASE))
        .hasMessageContaining("is encrypted with A?[2JXXX")
        .hasMessageContaining("X…, which is not supported.");
  }

  @Test
  void aPkcs8EncryptionThatIsNotKnown() {
    Path odd = block("ENCRYPTED PRIVATE KEY", "MA8wCAYEKgMEBQUABAMBAgM=");
    assertThatThrownBy(() -> load(certificate, odd, Pem.PASSPHRASE))
        .hasMessageContaining("is encrypted with 1.2.3.4.5, which is not supported.");
  }
}
