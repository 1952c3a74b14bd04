package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.SandboxUser;
import io.axptoken.sandbox.idp.TokenDraft;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/**
 * What the attacks on tokens have in common. The server believes the sandbox's provider with RS256,
 * ES256 and EdDSA, and an HMAC secret beside it, so that confusion is possible.
 */
abstract class JwtAttacks {
  static final String SECRET = "s3cr3t-of-thirty-two-bytes-12345";
  static final SandboxUser USER = SandboxUser.FIRST;

  static AxpSandbox sandbox;
  static IdentityProvider provider;
  static ConfiguredServer server;
  static KeyPair mallorys;

  @BeforeAll
  static void start() throws Exception {
    sandbox = AxpSandbox.start();
    provider = sandbox.identityProvider();
    provider.keys();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    mallorys = generator.generateKeyPair();
    server =
        ConfiguredServer.start(
            sandbox,
            """
            identity:
              modes: [jwt, claimed]
              jwt:
                issuer: %s
                jwksUri: %s
                secrets: [%s]
                audience: axp-token-server
                algorithms: [RS256, ES256, EdDSA, HS256]
            """
                .formatted(provider.issuer(), provider.jwksUri(), SECRET));
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.journal().clear();
  }

  /**
   * An attack, which must be answered 401 for the very reason, and never fall through to the weaker
   * mode behind.
   */
  static DynamicTest attack(String name, String told, Attack attack) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          sandbox.journal().clear();
          String token = attack.on(provider.tokenFor(USER));
          HttpResponse<String> answer = server.bearer(token, "{\"userId\":\"user-1\"}");

          ProblemAnswer problem = ProblemAnswer.of(answer, 401, "not-authenticated");
          assertThat(problem.header("www-authenticate"))
              .startsWith("Bearer realm=\"axp-token-server\", error=\"invalid_token\"");
          assertThat(problem.detail()).contains(told).doesNotContain("evil", "admin", SECRET);
          server.assertNothingMinted();
        });
  }

  interface Attack {
    String on(TokenDraft token) throws Exception;
  }

  static String payload(String more) {
    return "{\"iss\":\"%s\",\"aud\":\"axp-token-server\",\"sub\":\"user-1\",%s}"
        .formatted(provider.issuer(), more);
  }

  static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.'));
  }

  static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(json));
  }

  static String rest(String token) {
    return token.substring(token.indexOf('.'));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
