package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mode gateway with headers that the gateway signs: AWS load balancers and Cloudflare Access. */
class SignedGatewayTest {
  private static final String ARN =
      "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/0123456789abcdef";
  private static final String KID = "7f0c8a4b-e2d1-4c37-9a0c-0305e82c3301";
  private static final String CLOUDFLARE = "Cf-Access-Jwt-Assertion";

  private static AxpSandbox sandbox;
  private static IdentityProvider provider;
  private static RawServer keys;
  private static KeyPair pair;
  private static ConfiguredServer alb;
  private static ConfiguredServer cloudflare;
  private static ConfiguredServer strangersAlb;

  @BeforeAll
  static void start() throws Exception {
    sandbox = AxpSandbox.start();
    provider = sandbox.identityProvider();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
    keys = RawServer.start(Script.answer(200, pem(pair)));
    String albGateway =
        "preset: alb, signers: ['" + ARN + "'], keysUrl: '" + keys.uri("/keys/") + "'";
    alb = server("127.0.0.1", albGateway);
    strangersAlb = server("10.0.0.0/8", albGateway);
    cloudflare =
        server(
            "127.0.0.1",
            "preset: cloudflare, issuer: '%s', audience: aud-tag, keysUrl: '%s'"
                .formatted(provider.issuer(), provider.jwksUri()));
  }

  private static ConfiguredServer server(String proxies, String gateway) {
    return ConfiguredServer.start(
        sandbox,
        """
        server: { allowedOrigins: [], trustedProxies: ['%s'] }
        identity:
          modes: [gateway, claimed]
          gateway: { %s }
        """
            .formatted(proxies, gateway));
  }

  @AfterAll
  static void stop() {
    alb.close();
    strangersAlb.close();
    cloudflare.close();
    keys.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.journal().clear();
  }

  @Test
  void whomTheLoadBalancerSignedInGetsAToken() throws Exception {
    var answer = toAlb(alb, albToken(header(ARN, "ES256", KID), claims(60)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(alb.onlyEndUser().getString("customerId")).isEqualTo("user-1");
    assertThat(keys.requests()).allMatch(r -> r.startsWith("GET /keys/" + KID + " "));
  }

  @Test
  void theGuidesExampleAdmitsAUserOfTheLoadBalancer() throws Exception {
    String guide = Files.readString(Path.of("../docs/identity.md"));
    try (RawServer region = RawServer.start(Script.answer(200, pem(pair)))) {
      String example =
          guide
              .replaceFirst("(?s).*```yaml\\R(# try: gateway, AWS [^`]+)```.*", "$1")
              .replace("[10.0.0.0/8]", "[127.0.0.1]")
              .replace("preset: alb", "preset: alb\n    keysUrl: " + region.uri("/keys/"));
      try (ConfiguredServer server = ConfiguredServer.start(sandbox, example)) {
        var answer = toAlb(server, albToken(header(ARN, "ES256", KID), claims(60)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    }
  }

  @Test
  void theExpiryMayStandInItsHeaderAlone() throws Exception {
    String later = header(ARN, "ES256", KID).replace("}", ",\"exp\":%d}".formatted(now() + 60));
    String past = header(ARN, "ES256", KID).replace("}", ",\"exp\":%d}".formatted(now() - 60));

    assertThat(toAlb(alb, albToken(later, "{\"sub\":\"user-1\"}")).statusCode()).isEqualTo(200);
    assertThat(toAlb(alb, albToken(past, "{\"sub\":\"user-1\"}")).statusCode()).isEqualTo(401);
  }

  @Test
  void theKeyIsFetchedOnce() throws Exception {
    for (int i = 0; i < 5; i++) {
      toAlb(alb, albToken(header(ARN, "ES256", KID), claims(60 + i)));
    }

    assertThat(keys.requests()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void anotherLoadBalancerOfTheRegionIsNotBelieved() throws Exception {
    refused(
        alb,
        albToken(header(ARN.replace("shop", "evil"), "ES256", KID), claims(60)),
        "load balancer");
    refused(
        alb, albToken("{\"alg\":\"ES256\",\"kid\":\"" + KID + "\"}", claims(60)), "load balancer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../latest/meta-data", "a/b", "a?b", "", "x%2f", "a b"})
  void anIdThatIsNoNameIsNotFetched(String kid) throws Exception {
    int before = keys.requests().size();

    String token = albToken(header(ARN, "ES256", kid), claims(60));

    assertThat(toAlb(alb, token).statusCode()).isIn(401, 503);
    assertThat(keys.requests()).hasSize(before);
    alb.assertNothingMinted();
  }

  @Test
  void whatIsNotSignedByItsKeyIsRefused() throws Exception {
    toAlb(alb, albToken(header(ARN, "ES256", KID), claims(60)));
    sandbox.journal().clear();
    String good = albToken(header(ARN, "ES256", KID), claims(60));
    String forged = albToken(header(ARN, "ES256", KID), claims(60).replace("user-1", "admin"));
    String grafted =
        forged.substring(0, forged.lastIndexOf('.')) + good.substring(good.lastIndexOf('.'));

    refused(alb, grafted, "signature");
    refused(alb, albToken(header(ARN, "none", KID), claims(60)), "algorithm");
    refused(alb, albToken(header(ARN, "ES256", KID), claims(-60)), "expired");
  }

  @Test
  void aTokenFromAnybodyElseNeverIdentifies() throws Exception {
    refused(strangersAlb, albToken(header(ARN, "ES256", KID), claims(60)), "gateway");
  }

  @Test
  void whomCloudflareSignedInGetsAToken() throws Exception {
    var answer =
        to(cloudflare, CLOUDFLARE, provider.tokenFor("user-1").claim("aud", "aud-tag").sign());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(cloudflare.onlyEndUser().getString("customerId")).isEqualTo("user-1");
  }

  @Test
  void aTokenOfAnotherApplicationOrTeamIsRefused() throws Exception {
    var application = provider.tokenFor("user-1").claim("aud", "other-tag").sign();
    var team = provider.tokenFor("user-1").claim("aud", "aud-tag").claim("iss", "https://x").sign();
    var service = provider.tokenFor("user-1").claim("aud", "aud-tag").claim("sub", "").sign();

    ProblemAnswer.of(to(cloudflare, CLOUDFLARE, application), 401, "not-authenticated");
    ProblemAnswer.of(to(cloudflare, CLOUDFLARE, team), 401, "not-authenticated");
    ProblemAnswer.of(to(cloudflare, CLOUDFLARE, service), 403, "not-permitted");
    cloudflare.assertNothingMinted();
  }

  @Test
  void theCookieOfCloudflareIsNotLookedAt() throws Exception {
    String token = provider.tokenFor("user-1").claim("aud", "aud-tag").sign();

    ProblemAnswer.of(
        to(cloudflare, "cookie", "CF_Authorization=" + token), 401, "not-authenticated");
  }

  private static void refused(ConfiguredServer server, String token, String told) throws Exception {
    ProblemAnswer problem = ProblemAnswer.of(toAlb(server, token), 401, "not-authenticated");
    assertThat(problem.detail()).contains(told);
    server.assertNothingMinted();
  }

  private static HttpResponse<String> toAlb(ConfiguredServer server, String token)
      throws Exception {
    return to(server, "x-amzn-oidc-data", token);
  }

  private static HttpResponse<String> to(ConfiguredServer server, String header, String value)
      throws Exception {
    return server.http().send(server.http().request("GET", "/token").header(header, value));
  }

  private static String header(String signer, String algorithm, String kid) {
    return "{\"typ\":\"JWT\",\"kid\":\"%s\",\"alg\":\"%s\",\"iss\":\"https://login.example\",\"client\":\"c\",\"signer\":\"%s\"}"
        .formatted(kid, algorithm, signer);
  }

  private static String claims(long expiresIn) {
    return "{\"sub\":\"user-1\",\"name\":\"First\",\"exp\":%d}".formatted(now() + expiresIn);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  /** As the load balancers write them: every part padded, and signed with the padding. */
  private static String albToken(String header, String claims) throws GeneralSecurityException {
    String input = padded(utf8(header)) + "." + padded(utf8(claims));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(pair.getPrivate());
    signature.update(utf8(input));
    return input + "." + padded(signature.sign());
  }

  private static String padded(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static String pem(KeyPair pair) {
    String body = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
