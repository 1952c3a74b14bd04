package io.axptoken.server.identity.jwt.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with the public keys of who signs. */
class FixedKeysTest {
  private static final String JWK =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":"
          + "\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

  @TempDir private Path folder = Path.of("");
  private Pem pem;
  private Path key;
  private Path certificate;

  @BeforeEach
  void makeKeys() {
    pem = Pem.in(folder);
    key = pem.key(KeyType.EC_P256);
    certificate = pem.selfSigned(key);
  }

  private Path publicKey(String... more) {
    Path file = pem.file("pub");
    Object[] arguments = new Object[6 + more.length];
    Object[] usual = {"pkey", "-in", key, "-pubout", "-out", file};
    System.arraycopy(usual, 0, arguments, 0, usual.length);
    System.arraycopy(more, 0, arguments, usual.length, more.length);
    pem.openssl(arguments);
    return file;
  }

  @Test
  void gluedBlocksAreAllRead() throws IOException {
    String glued = Files.readString(publicKey()).strip() + Files.readString(certificate);

    assertThat(FixedKeys.ofFile(pem.text(glued))).hasSize(2);
    assertThat(FixedKeys.ofFile(pem.text("\uFEFF" + glued.replace("\n", "\\n")))).hasSize(2);
  }

  @Test
  void aJwkBehindAByteOrderMarkIsRead() {
    assertThat(FixedKeys.ofFile(pem.text("\uFEFF" + JWK))).hasSize(1);
  }

  @Test
  void otherFormsAreNamedWithTheCommandThatConvertsThem() throws IOException {
    assertRefused(publicKey("-outform", "DER"), "openssl pkey -pubin -inform DER -in ");
    assertRefused(key, "holds a block of another kind, PRIVATE KEY. Take its public key: openssl");
    assertRefused(pem.text("ssh-ed25519 AAAAC3Nz"), "ssh-keygen -e -m PKCS8");
    assertRefused(
        pem.text("-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----\n"),
        "openssl rsa -RSAPublicKey_in -pubout");
    Path half = pem.text(Files.readString(certificate).replaceAll("-----END.*", ""));
    assertRefused(half, "is damaged: line 1: -----BEGIN CERTIFICATE-----");
    assertRefused(pem.text(JWK.replace("Ed25519", "X25519")), "none of its 1 is a public key");
    assertRefused(pem.text(""), "it is empty. It takes PEM");
  }

  private static void assertRefused(Path file, String told) {
    assertThatThrownBy(() -> FixedKeys.ofFile(file))
        .isInstanceOf(UnusableKeys.class)
        .hasMessageStartingWith("No usable public key in " + file + ": it ")
        .hasMessageContaining(told);
  }
}
