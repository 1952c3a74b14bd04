package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.SandboxUser;
import io.axptoken.sandbox.idp.TokenDraft;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The attacks on tokens that the literature knows, one line each. The server believes the sandbox's
 * provider with RS256, ES256 and EdDSA, and an HMAC secret beside it, so that confusion is
 * possible.
 */
class JwtAttackTest {
  private static final String SECRET = "s3cr3t-of-thirty-two-bytes-12345";
  private static final SandboxUser USER = SandboxUser.FIRST;

  private static AxpSandbox sandbox;
  private static IdentityProvider provider;
  private static ConfiguredServer server;
  private static KeyPair mallorys;

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

  @Test
  void theTokenThatAllAttacksVaryIsGood() throws Exception {
    assertThat(server.bearer(provider.tokenFor(USER).sign()).statusCode()).isEqualTo(200);
    assertThat(server.bearer(hmac(SECRET).sign()).statusCode()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> signatures() {
    return Stream.of(
        attack("alg none, empty signature", "not signed", t -> t.unsigned().sign()),
        attack("alg none, signature kept", "algorithm", t -> t.header("alg", "none").sign()),
        attack("alg NoNe", "algorithm", t -> t.header("alg", "NoNe").sign()),
        attack("alg missing", "algorithm", t -> t.withoutHeader("alg").sign()),
        attack("alg is no text", "not a text", t -> t.header("alg", List.of("RS256")).sign()),
        attack("signature cut off", "not signed", t -> withoutSignature(t.sign()) + "."),
        attack("signature missing with its dot", "three parts", t -> withoutSignature(t.sign())),
        attack(
            "signature of zeros (ES256)",
            "signature is not valid",
            t -> zeros(t.algorithm("ES256").sign(), 64)),
        attack(
            "signature of zeros (EdDSA)",
            "signature is not valid",
            t -> zeros(t.algorithm("EdDSA").sign(), 64)),
        attack(
            "signature of another token",
            "signature is not valid",
            t -> graft(t.sign(), t.claim("sub", "x").sign())),
        attack("one bit flipped", "signature is not valid", t -> flipped(t.sign())),
        attack(
            "trailing bits of the last character",
            "base64url",
            t -> respelled(t.algorithm("ES256").sign())),
        attack(
            "own key, no kid",
            "signature is not valid",
            t -> t.signedBy(mallorys.getPrivate(), "RS256").sign()),
        attack("own key, stolen kid", "signature is not valid", t -> stolenKid(t)),
        attack("algorithm that is not listed", "algorithm", t -> t.algorithm("RS512").sign()),
        attack("PS256 with the key for RS256", "algorithm", t -> t.algorithm("PS256").sign()),
        attack(
            "HS384, not listed",
            "algorithm",
            t -> t.signedBySecret(bytes(SECRET), "HS384").sign()));
  }

  @TestFactory
  Stream<DynamicTest> confusionOfPublicKeysWithSecrets() throws Exception {
    RSAKey rsa =
        (RSAKey)
            provider.keys().getKeys().stream()
                .filter(RSAKey.class::isInstance)
                .findFirst()
                .orElseThrow();
    byte[] der = rsa.toRSAPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, bytes("\n")).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    return Stream.of(
            Map.entry("DER", der),
            Map.entry("PEM", bytes(pem)),
            Map.entry("PEM without final newline", bytes(pem.strip())),
            Map.entry("modulus", rsa.getModulus().decode()),
            Map.entry("JWK", bytes(rsa.toJSONString())),
            Map.entry("JWK set", bytes(provider.keys().toString())),
            Map.entry("nothing", new byte[] {0}))
        .flatMap(secret ->
            Stream.of(
                attack(
                    secret.getKey() + " as HMAC secret",
                    "signature is not valid",
                    t -> t.signedBySecret(secret.getValue(), "HS256").sign()),
                attack(
                    secret.getKey() + " as HMAC secret, with the key's kid",
                    "signature is not valid",
                    t ->
                        t.signedBySecret(secret.getValue(), "HS256")
                            .header("kid", rsa.getKeyID())
                            .sign())));
  }

  @TestFactory
  Stream<DynamicTest> keysThatTheTokenBringsAlong() throws Exception {
    JWK own = new RSAKey.Builder((RSAPublicKey) mallorys.getPublic()).keyID("mallory").build();
    RawServer keys = RawServer.start(Script.answer(200, "{\"keys\":[" + own + "]}"));
    String url = keys.uri("/keys").toString();
    DynamicTest nobodyAsked =
        DynamicTest.dynamicTest(
            "and nobody fetched a key from there",
            () -> {
              assertThat(keys.connections()).isZero();
              keys.close();
            });
    return Stream.concat(
        Stream.of(
                Map.<String, Object>entry("jwk", own.toJSONObject()),
                Map.<String, Object>entry("jku", url),
                Map.<String, Object>entry("x5u", url),
                Map.<String, Object>entry("x5c", List.of("MIIB")),
                Map.<String, Object>entry("x5t#S256", "abc"))
            .map(parameter ->
                attack(
                    "key by " + parameter.getKey(),
                    "key that is not known",
                    t ->
                        t.signedBy(mallorys.getPrivate(), "RS256")
                            .header("kid", "mallory")
                            .header(parameter.getKey(), parameter.getValue())
                            .sign())),
        Stream.of(nobodyAsked));
  }

  @TestFactory
  Stream<DynamicTest> headers() {
    return Stream.of(
        attack("crit", "crit", t -> t.header("crit", List.of("exp")).header("exp", 1).sign()),
        attack("crit, empty", "crit", t -> t.header("crit", List.of()).sign()),
        attack(
            "b64 unencoded payload",
            "crit",
            t -> t.header("b64", false).header("crit", List.of("b64")).sign()),
        attack("compressed", "compressed", t -> t.header("zip", "DEF").sign()),
        attack("encrypted in five parts", "is encrypted", t -> "e30.a.b.c.d"),
        attack(
            "kid with a path",
            "key that is not known",
            t -> t.header("kid", "../../../../dev/null").sign()),
        attack(
            "kid with SQL",
            "key that is not known",
            t -> t.header("kid", "x' UNION SELECT 'key'--").sign()),
        attack(
            "kid with a command",
            "key that is not known",
            t -> t.header("kid", "|sleep 10").sign()),
        attack(
            "kid with a line break",
            "key that is not known",
            t -> t.header("kid", "a\r\nX-Injected: 1").sign()),
        attack("kid of another algorithm's key", "key that is not known", t -> otherKid(t)),
        attack("kid is no text", "not a text", t -> t.header("kid", Map.of("a", 1)).sign()),
        attack("logout token", "another type", t -> t.header("typ", "logout+jwt").sign()),
        attack("DPoP proof", "another type", t -> t.header("typ", "dpop+jwt").sign()),
        attack("unknown type", "another type", t -> t.header("typ", "application/x+jwt").sign()),
        attack("header is an array", "well-formed", t -> part("[]") + rest(t.sign())),
        attack(
            "header with a member twice",
            "well-formed",
            t -> part("{\"alg\":\"RS256\",\"alg\":\"none\"}") + rest(t.sign())));
  }

  @TestFactory
  Stream<DynamicTest> claims() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        attack(
            "foreign issuer", "another issuer", t -> t.claim("iss", "https://evil.example").sign()),
        attack(
            "issuer with a slash more",
            "another issuer",
            t -> t.claim("iss", provider.issuer() + "/").sign()),
        attack(
            "issuer in upper case",
            "another issuer",
            t -> t.claim("iss", provider.issuer().toString().toUpperCase(Locale.ROOT)).sign()),
        attack(
            "issuers in an array",
            "not a text",
            t -> t.claim("iss", List.of(provider.issuer().toString())).sign()),
        attack("no issuer", "another issuer", t -> t.without("iss").sign()),
        attack("wrong audience", "another audience", t -> t.claim("aud", "other-server").sign()),
        attack(
            "audience as a part of a text",
            "another audience",
            t -> t.claim("aud", "axp-token-server2").sign()),
        attack("audience * ", "another audience", t -> t.claim("aud", "*").sign()),
        attack("no audience", "another audience", t -> t.without("aud").sign()),
        attack("empty audience", "another audience", t -> t.claim("aud", List.of()).sign()),
        attack(
            "audience is a map",
            "another audience",
            t -> t.claim("aud", Map.of("axp-token-server", 1)).sign()),
        attack(
            "audience array with another type",
            "another audience",
            t -> t.claim("aud", List.of("axp-token-server", 1)).sign()),
        attack("expired", "expired", t -> t.expiresIn(Duration.ofSeconds(-31)).sign()),
        attack("expired long ago", "expired", t -> t.claim("exp", 1).sign()),
        attack("never expires", "never expires", t -> t.without("exp").sign()),
        attack("expires at null", "never expires", t -> t.payload(payload("\"exp\":null")).sign()),
        attack(
            "expiry is a text",
            "not a time",
            t -> t.claim("exp", String.valueOf(now + 600)).sign()),
        attack(
            "expiry beyond all numbers",
            "not a time",
            t -> t.payload(payload("\"exp\":1e400")).sign()),
        attack(
            "expiry with a long exponent",
            "not a time",
            t -> t.payload(payload("\"exp\":1e999999999")).sign()),
        attack(
            "expiry overflows",
            "not a time",
            t -> t.payload(payload("\"exp\":9223372036854775807")).sign()),
        attack("negative expiry", "not a time", t -> t.claim("exp", -1).sign()),
        attack("not yet valid", "not valid yet", t -> t.claim("nbf", now + 90).sign()),
        attack("issued in the future", "in the future", t -> t.claim("iat", now + 90).sign()),
        attack(
            "bound to a key of its holder",
            "bound to",
            t -> t.claim("cnf", Map.of("jkt", "abc")).sign()),
        attack(
            "a claim twice",
            "well-formed",
            t -> t.payload(payload("\"exp\":%d,\"sub\":\"admin\"".formatted(now + 600))).sign()),
        attack(
            "a nested claim twice",
            "well-formed",
            t ->
                t.payload(payload("\"exp\":%d,\"a\":{\"b\":1,\"b\":2}".formatted(now + 600)))
                    .sign()),
        attack(
            "a claim twice, once escaped",
            "well-formed",
            t ->
                t.payload(payload("\"exp\":%d,\"s\\u0075b\":\"admin\"".formatted(now + 600)))
                    .sign()),
        attack("payload is no JSON", "well-formed", t -> t.payload("sub=admin").sign()),
        attack("payload is an array", "well-formed", t -> t.payload("[]").sign()),
        attack(
            "payload with something behind it",
            "well-formed",
            t -> t.payload("{" + payload("\"exp\":1").substring(1) + "{}").sign()),
        attack("payload is a token (nested)", "well-formed", t -> t.payload(t.sign()).sign()),
        attack(
            "payload deeper than deep",
            "well-formed",
            t -> t.payload("{\"a\":".repeat(500) + "1" + "}".repeat(500)).sign()));
  }

  @TestFactory
  Stream<DynamicTest> forms() {
    return Stream.of(
        attack("no token at all", "three parts", t -> ""),
        attack("not a token", "three parts", t -> "s3cr3t-opaque-token"),
        attack("dots alone", "not signed", t -> ".."),
        attack("four parts", "three parts", t -> t.sign() + ".e30"),
        attack("oversized by a claim", "larger", t -> t.claim("x", "x".repeat(8 * 1024)).sign()),
        attack("oversized by its kid", "larger", t -> t.header("kid", "k".repeat(7 * 1024)).sign()),
        attack("oversized by dots", "larger", t -> ".".repeat(9 * 1024)),
        attack("JSON serialization", "three parts", t -> json(t.sign())),
        attack(
            "padded base64", "base64url", t -> part("{\"alg\":\"RS256\" }") + "=" + rest(t.sign())),
        attack("blank inside", "base64url", t -> t.sign().replace(".", ". ")),
        attack("two tokens", "is encrypted", t -> t.sign() + " " + t.sign()),
        attack("comma and another", "is encrypted", t -> t.sign() + "," + t.sign()));
  }

  @Test
  void aSecondAuthorizationHeaderDoesNotHelp() throws Exception {
    var request =
        server
            .http()
            .request("GET", "/token")
            .header("authorization", "Bearer " + provider.tokenFor(USER).unsigned().sign())
            .header("authorization", "Bearer " + provider.tokenFor(USER).sign());

    ProblemAnswer.of(server.http().send(request), 401, "not-authenticated");
    server.assertNothingMinted();
  }

  @Test
  void aTokenInQueryOrBodyIsNotLookedAt() throws Exception {
    String token = provider.tokenFor(USER).sign();

    var inQuery = server.http().get("/token?access_token=" + token);
    var inBody = server.http().postToken("{\"access_token\":\"" + token + "\"}");

    ProblemAnswer.of(inQuery, 401, "not-authenticated");
    ProblemAnswer.of(inBody, 400, "constraint-violation");
    server.assertNothingMinted();
  }

  @Test
  void aCookieWithATokenIsNotLookedAt() throws Exception {
    var request =
        server
            .http()
            .request("GET", "/token")
            .header("cookie", "Authorization=Bearer " + provider.tokenFor(USER).sign());

    ProblemAnswer.of(server.http().send(request), 401, "not-authenticated");
  }

  @Test
  void aStormOfUnknownKeysCausesAtMostOneFetch() throws Exception {
    sandbox.journal().clear();

    for (int i = 0; i < 200; i++) {
      var answer = server.bearer(provider.tokenFor(USER).header("kid", "made-up-" + i).sign());
      assertThat(answer.statusCode()).isEqualTo(401);
    }

    assertThat(sandbox.journal().count(Endpoint.IDP_KEYS)).isLessThanOrEqualTo(2);
    assertThat(server.bearer(provider.tokenFor(USER).sign()).statusCode()).isEqualTo(200);
  }

  @Test
  void aUserIdOfALaterFormOrOneThatBreaksTheRulesIsNotPermitted() throws Exception {
    for (UnaryOperator<TokenDraft> change :
        List.<UnaryOperator<TokenDraft>>of(
            t -> t.without("sub"),
            t -> t.claim("sub", ""),
            t -> t.claim("sub", true),
            t -> t.claim("sub", List.of("user-1", "user-2")),
            t -> t.claim("sub", Map.of("id", "user-1")),
            t -> t.claim("sub", "x".repeat(257)),
            t -> t.claim("sub", "user\n1"),
            t -> t.claim("name", "x".repeat(71)),
            t -> t.claim("name", "\u001b[2J"),
            t -> t.claim("email", List.of("1", "2", "3", "4", "5", "6")))) {
      var answer = server.bearer(change.apply(provider.tokenFor(USER)).sign());

      ProblemAnswer.of(answer, 403, "not-permitted");
    }
    server.assertNothingMinted();
  }

  /**
   * An attack, which must be answered 401 for the very reason, and never fall through to the weaker
   * mode behind.
   */
  private static DynamicTest attack(String name, String told, Attack attack) {
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

  private interface Attack {
    String on(TokenDraft token) throws Exception;
  }

  private static TokenDraft hmac(String secret) {
    return provider.tokenFor(USER).signedBySecret(bytes(secret), "HS256");
  }

  private static String stolenKid(TokenDraft token) {
    String kid = provider.keys().getKeys().getFirst().getKeyID();
    return token.signedBy(mallorys.getPrivate(), "RS256").header("kid", kid).sign();
  }

  private static String otherKid(TokenDraft token) {
    String kid =
        provider.keys().getKeys().stream()
            .filter(key -> !(key instanceof RSAKey))
            .map(JWK::getKeyID)
            .findFirst()
            .orElseThrow();
    return token.header("kid", kid).sign();
  }

  private static String payload(String more) {
    return "{\"iss\":\"%s\",\"aud\":\"axp-token-server\",\"sub\":\"user-1\",%s}"
        .formatted(provider.issuer(), more);
  }

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.'));
  }

  private static String zeros(String token, int bytes) {
    return withoutSignature(token)
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }

  private static String graft(String signed, String other) {
    return withoutSignature(other) + signed.substring(signed.lastIndexOf('.'));
  }

  private static String flipped(String token) {
    int at = token.lastIndexOf('.') + 10;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  /** Another text that lenient decoders read as the same signature. */
  private static String respelled(String token) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(json));
  }

  private static String rest(String token) {
    return token.substring(token.indexOf('.'));
  }

  private static String json(String token) {
    String[] parts = token.split("\\.", -1);
    return "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
        .formatted(parts[0], parts[1], parts[2]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
