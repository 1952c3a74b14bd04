package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.TokenDraft;
import io.axptoken.server.fixture.ConfiguredServer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a server with each example of modes jwt and gateway in docs/identity.md, and gets a token
 * from it. Addresses and files are the test's; with the load balancer's, which is only refused
 * here, {@link SignedGatewayTest} gets one.
 */
class ProvenExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\\R(# try: ((?:jwt|gateway)[^\n]*)\n.*?)```", Pattern.DOTALL);
  private static final String SECRET = "s3cr3t-of-44-characters-as-openssl-prints-it";
  private static final String AUDIENCE = "axp-token-server";

  private static AxpSandbox sandbox;
  private static IdentityProvider provider;
  private static KeyPair backend;

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    sandbox = AxpSandbox.start();
    provider = sandbox.identityProvider();
    backend = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(folder.resolve("backend-secret"), SECRET + "\n");
    Files.writeString(
        folder.resolve("backend-key.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(backend.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @TestFactory
  Stream<DynamicTest> theServerRunsWithIt() throws Exception {
    List<MatchResult> examples =
        EXAMPLE.matcher(Files.readString(Path.of("../docs/identity.md"))).results().toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(10);
    return examples.stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.group(2), () -> tryOut(example.group(2), example.group(1))));
  }

  private static void tryOut(String name, String example) throws Exception {
    String yaml =
        example
            .replace("https://login.example.com/realms/shop", provider.issuer().toString())
            .replace("https://shop.cloudflareaccess.com", provider.issuer().toString())
            .replace("https://www.googleapis.com/oauth2/v3/certs", provider.jwksUri().toString())
            .replace("preset: cloudflare", "preset: cloudflare\n    keysUrl: " + provider.jwksUri())
            .replace("[10.0.0.0/8]", "[127.0.0.1]")
            .replace("backend-key.pem", folder.resolve("backend-key.pem").toString())
            .replace("file:backend-secret", "file:" + folder.resolve("backend-secret"));
    try (ConfiguredServer server = ConfiguredServer.start(sandbox, yaml)) {
      HttpRequest.Builder request = server.http().request("GET", "/token");
      proof(name).forEach(request::header);

      int expected = name.contains("AWS") ? 401 : 200;
      assertThat(server.http().send(request).statusCode()).isEqualTo(expected);
    }
  }

  private static Map<String, String> proof(String name) {
    String claims = "{\"sub\":\"user-1\"}";
    return switch (name) {
      case "jwt", "jwt, with claims of its own" -> bearer(provider.tokenFor("user-1"));
      case "jwt, signed by a backend with a private key" ->
          bearer(backendToken().signedBy(backend.getPrivate(), "EdDSA"));
      case "jwt, signed by a backend with a shared secret" ->
          bearer(backendToken().signedBySecret(utf8(SECRET), "HS256"));
      case "jwt, Google" ->
          bearer(
              provider
                  .tokenFor("user-1")
                  .claim("iss", "accounts.google.com")
                  .claim("aud", "1234567890-abc.apps.googleusercontent.com"));
      case "gateway" -> Map.of("X-Forwarded-User", "user-1");
      case "gateway, nginx with auth_request" -> Map.of("X-Auth-Request-User", "user-1");
      case "gateway, AWS application load balancer" -> Map.of("x-amzn-oidc-data", "e30.e30.e30=");
      case "gateway, Cloudflare Access" ->
          Map.of(
              "Cf-Access-Jwt-Assertion",
              provider
                  .tokenFor("user-1")
                  .claim("aud", "32eafc7626e737222c0d5c3f1ffc7a0e2b3b2b06a4e7fd9e3a0bd8b6ab8ae5e7")
                  .sign());
      case "gateway, Envoy or Istio" ->
          Map.of("x-jwt-payload", Base64.getUrlEncoder().encodeToString(utf8(claims)));
      case "gateway, headers of its own" -> Map.of("X-Customer-Id", "user-1");
      default -> throw new IllegalArgumentException("no proof for the example " + name);
    };
  }

  private static TokenDraft backendToken() {
    return provider.tokenFor("user-1").claim("iss", "shop-backend").claim("aud", AUDIENCE);
  }

  private static Map<String, String> bearer(TokenDraft token) {
    return Map.of("authorization", "Bearer " + token.sign());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
