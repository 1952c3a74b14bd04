package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.TokenDraft;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.service.tls.KeyMaterialException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that a backend of the company signs, with keys and secrets that the settings name. */
class JwtBackendTest {
  private static final String FIRST =
      "s3cr3t-of-sixty-four-bytes-more-1234567890123456789012345678901234-1";
  private static final String SECOND =
      "s3cr3t-of-sixty-four-bytes-more-1234567890123456789012345678901234-2";

  private static AxpSandbox sandbox;
  private static IdentityProvider provider;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    provider = sandbox.identityProvider();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RSA,RS256",
    "RSA,RS384",
    "RSA,RS512",
    "RSA,PS256",
    "RSA,PS384",
    "RSA,PS512",
    "secp256r1,ES256",
    "secp384r1,ES384",
    "secp521r1,ES512",
    "Ed25519,EdDSA",
    "Ed25519,Ed25519"
  })
  void everyAlgorithmOfAPublicKeyCanBeAllowed(String kind, String algorithm) throws Exception {
    KeyPair pair = pair(kind);
    Path file = pem("PUBLIC KEY", pair.getPublic().getEncoded());

    try (ConfiguredServer server = server("publicKeyPaths: ['" + file + "']", algorithm)) {
      String good = backend().signedBy(pair.getPrivate(), algorithm).sign();
      assertThat(server.bearer(good).statusCode()).isEqualTo(200);
      String withKid = backend().signedBy(pair.getPrivate(), algorithm).header("kid", "k").sign();
      assertThat(server.bearer(withKid).statusCode()).isEqualTo(200);
      String foreign = backend().signedBy(pair(kind).getPrivate(), algorithm).sign();
      assertThat(server.bearer(foreign).statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "HS384", "HS512"})
  void everySecretOfTheListIsBelieved(String algorithm) throws Exception {
    try (ConfiguredServer server = server("secrets: [" + FIRST + ", " + SECOND + "]", algorithm)) {
      for (String secret : new String[] {FIRST, SECOND}) {
        String good = backend().signedBySecret(bytes(secret), algorithm).sign();
        assertThat(server.bearer(good).statusCode()).isEqualTo(200);
      }
      String foreign = backend().signedBySecret(bytes(FIRST + "x"), algorithm).sign();
      assertThat(server.bearer(foreign).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aKeySetInAFileWillDo() throws Exception {
    Path file = folder.resolve("keys.json");
    Files.writeString(file, provider.keys().toString());

    try (ConfiguredServer server = server("publicKeyPaths: ['" + file + "']", "ES256")) {
      assertThat(server.bearer(backend().algorithm("ES256").sign()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void scopesPartiesAndTypeAreHeldTo() throws Exception {
    String rules =
        "secrets: [" + FIRST + "], scopes: [chat, voice], authorizedParties: [web], type: at+jwt";
    try (ConfiguredServer server = server(rules, "HS256")) {
      var good = backend().claim("scope", "voice chat").claim("azp", "web");
      assertThat(server.bearer(signed(good)).statusCode()).isEqualTo(200);
      var inArray = good.without("scope").claim("scp", List.of("chat", "voice"));
      assertThat(server.bearer(signed(inArray)).statusCode()).isEqualTo(200);

      var lessScope = server.bearer(signed(good.without("scp").claim("scope", "chat voicemail")));
      ProblemAnswer problem = ProblemAnswer.of(lessScope, 403, "not-permitted");
      assertThat(problem.header("www-authenticate"))
          .contains("error=\"insufficient_scope\"", "scope=\"", "voice");

      var party = backend().claim("scope", "chat voice").claim("client_id", "other");
      assertThat(server.bearer(signed(party)).statusCode()).isEqualTo(401);
      var type = backend().claim("scope", "chat voice").claim("azp", "web").header("typ", "JWT");
      assertThat(server.bearer(signed(type)).statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"clockSkew: 0,-1,401", "clockSkew: 60,-50,200", "clockSkew: 60,-70,401"})
  void theClocksMayDifferByAsMuchAsIsSet(String skew, long expiresIn, int status) throws Exception {
    try (ConfiguredServer server = server("secrets: [" + FIRST + "], " + skew, "HS256")) {
      var token = backend().expiresIn(Duration.ofSeconds(expiresIn));
      assertThat(server.bearer(signed(token)).statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a key",
        "{}",
        "{\"keys\":[]}",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
      })
  void aFileWithoutAUsableKeyStopsTheStart(String content) throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, content);

    assertThatThrownBy(() -> server("publicKeyPaths: ['" + file + "']", "RS256").close())
        .hasRootCauseInstanceOf(KeyMaterialException.class)
        .rootCause()
        .hasMessageContaining("No usable public key in " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weak", "private"})
  void aWeakOrAPrivateKeyStopsTheStart(String kind) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(kind.equals("weak") ? 1024 : 2048);
    KeyPair pair = generator.generateKeyPair();
    Path file =
        kind.equals("weak")
            ? pem("PUBLIC KEY", pair.getPublic().getEncoded())
            : pem("PRIVATE KEY", pair.getPrivate().getEncoded());

    assertThatThrownBy(() -> server("publicKeyPaths: ['" + file + "']", "RS256").close())
        .hasRootCauseInstanceOf(KeyMaterialException.class);
  }

  private static ConfiguredServer server(String keys, String algorithm) {
    return ConfiguredServer.start(
        sandbox,
        """
        identity:
          modes: [jwt]
          jwt: { issuer: backend, audience: tokens, algorithms: %s, %s }
        """
            .formatted(algorithm, keys));
  }

  private static TokenDraft backend() {
    return provider
        .tokenFor("user-3")
        .claim("iss", "backend")
        .claim("aud", "tokens")
        .without("scope");
  }

  private static String signed(TokenDraft token) {
    return token.signedBySecret(bytes(FIRST), "HS256").sign();
  }

  private Path pem(String label, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder(64, bytes("\n")).encodeToString(der);
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label));
  }

  private static KeyPair pair(String kind) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(kind.startsWith("secp") ? "EC" : kind);
    if (kind.startsWith("secp")) {
      generator.initialize(new ECGenParameterSpec(kind));
    }
    return generator.generateKeyPair();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
