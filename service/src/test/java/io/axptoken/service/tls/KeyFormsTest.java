package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyFormsTest {
  private static Vertx vertx;

  @TempDir Path folder;
  private Pem pem;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  @BeforeEach
  void setUp() {
    pem = Pem.in(folder);
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "EC_P256", "EC_P384", "EC_P521", "ED25519"})
  void aPlainPkcs8KeyServes(KeyType type) throws Exception {
    Path key = pem.key(type);
    assertThat(key).content().startsWith("-----BEGIN PRIVATE KEY-----");
    assertServes(key, key, "");
  }

  static Stream<Arguments> encryptedPkcs8() {
    return Stream.of(KeyType.RSA, KeyType.EC_P256, KeyType.ED25519)
        .flatMap(type ->
            Stream.of(
                    "-v2 aes-256-cbc -v2prf hmacWithSHA256",
                    "-v2 aes-128-cbc -v2prf hmacWithSHA1",
                    "-v2 aes-192-cbc -v2prf hmacWithSHA512",
                    "-v2 des3",
                    "-scrypt",
                    "-v1 PBE-SHA1-3DES")
                .map(options -> Arguments.of(type, options)));
  }

  @ParameterizedTest
  @MethodSource("encryptedPkcs8")
  void anEncryptedPkcs8KeyServes(KeyType type, String options) throws Exception {
    Path key = pem.key(type);
    Path encrypted = encryptPkcs8(key, options, Pem.PASSPHRASE);
    assertThat(encrypted).content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertServes(key, encrypted, Pem.PASSPHRASE);
  }

  @Test
  void aPkcs1KeyServes() throws Exception {
    Path key = pem.key(KeyType.RSA);
    Path traditional = pem.file("key");
    pem.openssl("rsa", "-in", key, "-traditional", "-out", traditional);
    assertThat(traditional).content().startsWith("-----BEGIN RSA PRIVATE KEY-----");
    assertServes(key, traditional, "");
  }

  @ParameterizedTest
  @EnumSource(names = {"EC_P256", "EC_P384", "EC_P521"})
  void aSec1KeyServes(KeyType type) throws Exception {
    Path key = pem.key(type);
    Path traditional = pem.file("key");
    pem.openssl("ec", "-in", key, "-out", traditional);
    assertThat(traditional).content().startsWith("-----BEGIN EC PRIVATE KEY-----");
    assertServes(key, traditional, "");
  }

  @Test
  void aSec1KeyAfterItsParametersServes() throws Exception {
    Path key = pem.file("key");
    pem.openssl("ecparam", "-name", "prime256v1", "-genkey", "-out", key);
    assertThat(key).content().startsWith("-----BEGIN EC PARAMETERS-----");
    assertServes(key, key, "");
  }

  @Test
  void aSec1KeyThatLeavesItsCurveToTheParametersServes() throws Exception {
    Path key = pem.file("key");
    pem.openssl("ecparam", "-name", "prime256v1", "-genkey", "-out", key);
    Path bare = pem.file("key");
    pem.openssl("ec", "-in", key, "-no_public", "-out", bare);
    Path parameters = pem.file("pem");
    pem.openssl("ecparam", "-name", "prime256v1", "-out", parameters);
    assertServes(key, pem.concat(parameters, bare), "");
  }

  @ParameterizedTest
  @CsvSource({
    "rsa, RSA, -des3, DES-EDE3-CBC", "rsa, RSA, -aes128, AES-128-CBC",
    "rsa, RSA, -aes256, AES-256-CBC", "ec, EC_P256, -des3, DES-EDE3-CBC",
    "ec, EC_P384, -aes128, AES-128-CBC", "ec, EC_P521, -aes256, AES-256-CBC"
  })
  void aKeyEncryptedInTheOldFormServes(String tool, KeyType type, String cipher, String name)
      throws Exception {
    Path key = pem.key(type);
    Path encrypted = encryptTraditional(tool, key, cipher, Pem.PASSPHRASE);
    assertThat(encrypted).content().contains("Proc-Type: 4,ENCRYPTED", "DEK-Info: " + name + ",");
    assertServes(key, encrypted, Pem.PASSPHRASE);
  }

  @Test
  void aPassphraseBeyondAsciiIsTakenAsUtf8() throws Exception {
    String passPhrase = "s3cr3t-pässwörd-€";
    Path key = pem.key(KeyType.RSA);
    assertServes(key, encryptPkcs8(key, "-v2 aes-256-cbc", passPhrase), passPhrase);
    assertServes(key, encryptPkcs8(key, "-scrypt", passPhrase), passPhrase);
    assertServes(key, encryptTraditional("rsa", key, "-aes256", passPhrase), passPhrase);
  }

  @Test
  void aPassphraseThatIsNotNeededDoesNoHarm() throws Exception {
    Path key = pem.key(KeyType.EC_P256);
    assertServes(key, key, Pem.PASSPHRASE);
  }

  @Test
  void keyAndCertificateMayShareAFileInAnyOrder() throws Exception {
    Pem.Identity identity = pem.selfSigned(KeyType.EC_P256);
    for (Path both :
        new Path[] {
          pem.concat(identity.key(), identity.certificate()),
          pem.concat(identity.certificate(), identity.key())
        }) {
      KeyMaterial material = KeyMaterial.load(both, both, Secret.of(""), Clock.systemUTC());
      try (var server = TlsServer.start(vertx, material)) {
        assertThat(server.ask(identity.certificate())).isEqualTo("HTTP_2 hello");
      }
    }
  }

  private void assertServes(Path plainKey, Path key, String passPhrase) throws Exception {
    Path certificate = pem.selfSigned(plainKey);
    KeyMaterial material =
        KeyMaterial.load(certificate, key, Secret.of(passPhrase), Clock.systemUTC());
    try (var server = TlsServer.start(vertx, material)) {
      assertThat(server.ask(certificate)).isEqualTo("HTTP_2 hello");
    }
  }

  private Path encryptPkcs8(Path key, String options, String passPhrase) {
    Path encrypted = pem.file("key");
    Object[] fixed = {"pkcs8", "-topk8", "-in", key, "-out", encrypted};
    Object[] pass = {"-passout", "file:" + pem.text(passPhrase)};
    pem.openssl(Stream.of(fixed, options.split(" "), pass).flatMap(Stream::of).toArray());
    return encrypted;
  }

  private Path encryptTraditional(String tool, Path key, String cipher, String passPhrase) {
    Path encrypted = pem.file("key");
    Object[] fixed = {tool, "-in", key, cipher, "-out", encrypted};
    Object[] pass = {"-passout", "file:" + pem.text(passPhrase)};
    Object[] form = tool.equals("rsa") ? new Object[] {"-traditional"} : new Object[0];
    pem.openssl(Stream.of(fixed, form, pass).flatMap(Stream::of).toArray());
    return encrypted;
  }
}
