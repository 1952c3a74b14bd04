package io.axptoken.sandbox.idp;

import static io.axptoken.sandbox.idp.App.answer;
import static io.axptoken.sandbox.idp.App.json;
import static io.axptoken.sandbox.idp.Verification.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class CodeExchangeTest {
  private final AxpSandbox sandbox;
  private final App app;

  CodeExchangeTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    app = new App(sandbox);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, wrong-verifier-wrong-verifier-wrong-verifier-12, invalid_grant",
    "code_verifier, '', invalid_grant",
    "client_id, other, invalid_grant",
    "redirect_uri, http://localhost:8080/, invalid_grant",
    "code, guessed, invalid_grant",
    "grant_type, password, unsupported_grant_type"
  })
  void aCodeIsForItsOwnClientAndVerifier(String parameter, String value, String error) {
    Map<String, String> form = with(App.redemption(app.code("user-1")), parameter, value);

    HttpResponse<String> answer = app.redeem(form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("error")).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"JWT, JWT", "at+jwt, at+jwt", "other, at+jwt"})
  void theAccessTokenSaysThatItIsWhatThePageWasTold(String picked, String type) throws Exception {
    HttpResponse<String> page = app.open(App.request());
    assertThat(page.body()).contains("<option selected>at+jwt</option><option>JWT</option>");

    String code = App.code(app.press(page, Map.of("user", "user-1", "typ", picked)));
    String token = json(app.redeem(App.redemption(code))).getString("access_token");

    assertThat(SignedJWT.parse(token).getHeader().getType().getType()).isEqualTo(type);
  }

  @Test
  void aCodeWorksOnceWhetherItWasUsedRightlyOrNot() {
    Map<String, String> redemption = App.redemption(app.code("user-1"));

    assertThat(app.redeem(redemption).statusCode()).isEqualTo(200);
    assertThat(json(app.redeem(redemption)).getString("error")).isEqualTo("invalid_grant");

    Map<String, String> spoiled = App.redemption(app.code("user-1"));
    app.redeem(with(spoiled, "code_verifier", "guessed"));
    assertThat(json(app.redeem(spoiled)).getString("error")).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeLivesForAMinute() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    try (AxpSandbox timed = AxpSandbox.start(SandboxOptions.defaults().withClock(now::get));
        App timedApp = new App(timed)) {
      Map<String, String> first = App.redemption(timedApp.code("user-1"));
      now.updateAndGet(time -> time.plusSeconds(59));
      assertThat(timedApp.redeem(first).statusCode()).isEqualTo(200);

      Map<String, String> second = App.redemption(timedApp.code("user-1"));
      now.updateAndGet(time -> time.plusSeconds(60));
      assertThat(timedApp.redeem(second).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void withoutTheScopeThereIsNoIdTokenAndAResourceIsTheAudience() {
    Map<String, String> request = App.request();
    request.put("scope", "profile");
    request.put("resource", "https://tokens.example");
    String code = App.code(app.press(app.open(request), "user", "user-2"));

    JsonObject tokens = json(app.redeem(App.redemption(code)));

    assertThat(tokens.containsKey("id_token")).isFalse();
    assertThat(claims(tokens.getString("access_token")).getString("aud"))
        .isEqualTo("https://tokens.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:9", "https://[::1]:8443"})
  void pagesOfThisMachineMayRedeemCodes(String origin) {
    HttpResponse<String> preflight =
        app.send(
            HttpRequest.newBuilder(app.uri("/token"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    HttpResponse<String> answer =
        app.post("/token", App.redemption(app.code("user-1")), "Origin", origin);

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("access-control-allow-headers"))
        .hasValue("content-type");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(origin);
    assertThat(answer.headers().firstValue("vary")).hasValue("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
  void pagesOfOthersMayNot(String origin) {
    Map<String, String> redemption = App.redemption(app.code("user-1"));

    HttpResponse<String> refused = app.post("/token", redemption, "Origin", origin);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(app.redeem(redemption).statusCode()).isEqualTo(200);
  }

  @Test
  void theJournalKeepsTheExchangeWithoutItsSecrets() {
    String code = app.code("user-1");
    app.redeem(App.redemption(code));

    assertThat(sandbox.journal().calls(Endpoint.IDP_TOKEN))
        .singleElement()
        .satisfies(call ->
            assertThat(call.body()).contains("client_id=shop").doesNotContain(code, "dBjft"));
  }

  @Test
  void theExchangeFailsOnDemand() {
    sandbox.faults().on(Endpoint.IDP_TOKEN).next(Fault.earlyExpiry(Duration.ofSeconds(-5)));

    JsonObject tokens = json(app.redeem(App.redemption(app.code("user-1"))));

    JsonObject claims = claims(tokens.getString("access_token"));
    assertThat(claims.getLong("exp")).isEqualTo(claims.getLong("iat") - 5);
    assertThat(tokens.getInteger("expires_in")).isEqualTo(600);
  }

  @Test
  void aBodyThatIsNoFormOrTooLargeIsRefused() {
    HttpRequest.Builder json =
        HttpRequest.newBuilder(app.uri("/token"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{}"));

    assertThat(app.send(json).statusCode()).isEqualTo(400);
    assertThat(app.redeem(Map.of("code", "x".repeat(70_000))).statusCode()).isEqualTo(413);
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
