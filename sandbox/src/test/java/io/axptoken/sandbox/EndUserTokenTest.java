package io.axptoken.sandbox;

import static io.axptoken.sandbox.AccessTokenTest.assertProblem;
import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndUserTokenTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private static AxpSandbox sandbox;
  private static Caller caller;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start(SandboxOptions.defaults().withClock(() -> NOW));
    caller = Caller.of(sandbox);
  }

  @AfterAll
  static void stop() {
    caller.close();
    sandbox.close();
  }

  @Test
  void anAccessTokenAndAUserAreExchangedForAnEndUserToken() {
    HttpResponse<String> answer = caller.askEndUserToken();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    String token = json(answer).getString("jwtToken");
    assertThat(token).startsWith("jwt.");
    assertThat(token.split("\\.", -1)).hasSize(4);
  }

  @Test
  void theClaimsTellTheUserTheIntegrationAndThatItIsASandbox() {
    JsonObject identifiers = new JsonObject().put("emailAddresses", new JsonArray().add("a@b.c"));
    JsonObject user =
        caller
            .endUser()
            .put("customerName", "Ann")
            .put("verifiedCustomer", true)
            .put("customerIdentifiers", identifiers);

    JsonObject claims = claims(caller.endUserToken(user));

    assertThat(claims.getString("iss")).startsWith("https://sandbox.axptoken.invalid/");
    assertThat(claims.getString("sub")).isEqualTo("u1");
    assertThat(claims.getString("integrationId")).isEqualTo(sandbox.account().integrationId());
    assertThat(claims.getString("customerName")).isEqualTo("Ann");
    assertThat(claims.getBoolean("verifiedCustomer")).isTrue();
    assertThat(claims.getJsonObject("customerIdentifiers")).isEqualTo(identifiers);
    assertThat(claims.getString("jti")).isNotEmpty();
    assertThat(claims.getLong("iat")).isEqualTo(NOW.getEpochSecond());
  }

  @Test
  void whatIsNotAskedForIsNoClaimAndTheTokenLivesFifteenMinutes() {
    JsonObject claims = claims(caller.endUserToken(caller.endUser()));

    assertThat(claims.fieldNames())
        .doesNotContain("customerName", "customerIdentifiers", "verifiedCustomer");
    assertThat(lifetime(claims)).isEqualTo(Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 37, 60})
  void theTokenLivesAsLongAsAsked(int minutes) {
    JsonObject claims = claims(caller.endUserToken(caller.endUser().put("ttl", minutes)));

    assertThat(lifetime(claims)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void theLifetimeMayBeTextAsTheOlderBackendSendsIt() {
    JsonObject claims = claims(caller.endUserToken(caller.endUser().put("ttl", "30")));

    assertThat(lifetime(claims)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void eachTokenHasAnIdOfItsOwn() {
    String first = claims(caller.endUserToken(caller.endUser())).getString("jti");
    String second = claims(caller.endUserToken(caller.endUser())).getString("jti");

    assertThat(first).isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.well-known/jwks.json", "/auth/realms/SANDBX/protocol/openid-connect/certs"})
  void theSignatureVerifiesThroughThePublishedKeys(String jwksPath) throws Exception {
    String token = caller.endUserToken(caller.endUser());

    JWKSet keys = JWKSet.parse(caller.get(jwksPath).body());
    JWSObject jws = JWSObject.parse(token.substring("jwt.".length()));
    RSAKey key = keys.getKeyByKeyId(jws.getHeader().getKeyID()).toRSAKey();

    assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(key.isPrivate()).isFalse();
    assertThat(key.size()).isEqualTo(2048);
    assertThat(jws.verify(new RSASSAVerifier(key))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grüße",
        "???",
        "a?b??c???d",
        ">>>>",
        "~~~~",
        "\u007f\u007f\u007f",
        "https://a.b/c?d=e&f=~g>h",
        "😀😀 日本語 \uFFFF",
        "\\\"\\?\\u003f",
        "\u0000\u0001\n\t"
      })
  void thePayloadIsInTheStandardAlphabetWhateverTheName(String name) {
    for (int shift = 0; shift < 3; shift++) {
      String shifted = "x".repeat(shift) + name;
      String token = caller.endUserToken(caller.endUser().put("customerName", shifted));

      assertThat(payload(token)).doesNotContain("-", "_");
      assertThat(claims(token).getString("customerName")).isEqualTo(shifted);
    }
  }

  @Test
  void halfASurrogatePairComesBackAsItCame() {
    String body = caller.endUser().encode().replace("}", ",\"customerName\":\"\\ud83d\"}");

    String token = json(caller.askEndUserToken(caller.accessToken(), body)).getString("jwtToken");

    assertThat(claims(token).getString("customerName")).isEqualTo("\ud83d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer nonsense", "Basic YTpi", "Bearer a.b.c"})
  void aCallWithoutAGoodAccessTokenIsUnauthorized(String authorization) {
    HttpResponse<String> answer =
        caller.send(
            caller
                .endUserTokenRequest("", caller.endUser().encode())
                .setHeader("authorization", authorization));

    assertProblem(answer, 401, "#unauthorized");
    assertThat(answer.headers().firstValue("www-authenticate").orElseThrow()).contains("Bearer");
  }

  @Test
  void anAccessTokenWithATamperedSignatureIsUnauthorized() {
    String token = caller.accessToken();
    int middle = token.lastIndexOf('.') + 20;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    String tampered = token.substring(0, middle) + other + token.substring(middle + 1);

    assertProblem(
        caller.askEndUserToken(tampered, caller.endUser().encode()), 401, "#unauthorized");
  }

  @Test
  void anEndUserTokenIsNoAccessToken() {
    String token = caller.endUserToken(caller.endUser()).substring("jwt.".length());

    assertProblem(caller.askEndUserToken(token, caller.endUser().encode()), 401, "#unauthorized");
  }

  @Test
  void theAppKeyIsCheckedHereToo() {
    HttpResponse<String> answer =
        caller.send(
            caller
                .endUserTokenRequest(caller.accessToken(), caller.endUser().encode())
                .setHeader("appkey", "other"));

    assertProblem(answer, 403, "#forbidden");
  }

  @Test
  void onlyJsonIsTaken() {
    HttpResponse<String> answer =
        caller.send(
            caller
                .endUserTokenRequest(caller.accessToken(), caller.endUser().encode())
                .setHeader("content-type", "text/plain"));

    assertProblem(answer, 415, "about:blank");
  }

  @Test
  void anUnknownAccountIsNotFound() {
    URI other = sandbox.baseUri().resolve("/api/digital/chat/v1/accounts/OTHERS/tokens");

    HttpResponse<String> answer =
        caller.send(
            caller.endUserTokenRequest(caller.accessToken(), caller.endUser().encode()).uri(other));

    assertProblem(answer, 404, "#not-found");
  }

  static JsonObject claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(payload(token));
    return new JsonObject(new String(payload, StandardCharsets.UTF_8));
  }

  private static String payload(String token) {
    return token.split("\\.", -1)[2];
  }

  private static Duration lifetime(JsonObject claims) {
    return Duration.ofSeconds(claims.getLong("exp") - claims.getLong("iat"));
  }
}
