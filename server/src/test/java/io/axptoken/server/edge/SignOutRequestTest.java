package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.type.Rate;
import io.axptoken.testing.CapturedLogs;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code DELETE /token}: who may sign whom out, and what comes of it. */
class SignOutRequestTest {
  private static final String SHOP = "https://shop.example";
  private static final AuditSettings AUDIT =
      new AuditSettings(
          true, Addresses.FULL, Secret.of("s3cr3t-audit-key-of-more-than-32-characters"));
  private static final AtomicInteger USERS = new AtomicInteger();

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s -> s.reuse().audit(AUDIT).allowedOrigins(SHOP).chatSdkEndpoint());

  private static String someone() {
    return "{\"userId\":\"user-" + USERS.incrementAndGet() + "\"}";
  }

  private static HttpRequest.Builder delete(String json) {
    return SERVER.http().tokenRequest("").method("DELETE", BodyPublishers.ofString(json));
  }

  private static HttpResponse<String> signOut(String json) throws Exception {
    return SERVER.http().send(delete(json));
  }

  private static String post(String json) throws Exception {
    HttpResponse<String> answer = SERVER.http().postToken(json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void theNextTokenIsNew() throws Exception {
    String user = someone();
    String first = post(user);
    HttpResponse<String> answer = signOut(user);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    assertThat(post(user)).isNotEqualTo(first);
  }

  @Test
  void itDoesNotMatterWhetherThereWasOne() throws Exception {
    assertThat(signOut(someone()).statusCode()).isEqualTo(204);
    SERVER.assertNothingMinted();
  }

  @Test
  void whatElseTheBodySaysDoesNotMatter() throws Exception {
    String user = someone().replace("}", ",\"userName\":\"Anna\"}");
    String first = post(user);
    signOut(user.replace("Anna", "Berta"));

    assertThat(post(user)).isNotEqualTo(first);
  }

  @Test
  void nobodyElseIsSignedOut() throws Exception {
    String user = someone();
    String first = post(user);
    signOut(someone());

    assertThat(post(user)).isEqualTo(first);
  }

  @Test
  void aTokenThatIsUnderWayDoesNotComeBack() throws Exception {
    String user = someone();
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).next(Fault.delay(Duration.ofSeconds(1)));
    CompletableFuture<HttpResponse<String>> underWay =
        SERVER.http().sendAsync(SERVER.http().tokenRequest(user));
    SERVER.sandbox().journal().awaitCalls(Endpoint.END_USER_TOKEN, 1, Duration.ofSeconds(10));
    assertThat(signOut(user).statusCode()).isEqualTo(204);
    String late = underWay.get(20, TimeUnit.SECONDS).body();

    assertThat(late).contains("jwtToken");
    assertThat(post(user)).isNotEqualTo(late);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                  | application/json | 400 | constraint-violation",
        "{\"userId\":1}      | application/json | 400 | constraint-violation",
        "{\"userId\":\"\"}   | application/json | 400 | constraint-violation",
        "{\"userId\"         | application/json | 400 | malformed-json",
        "{\"userId\":\"u1\"} | text/plain       | 415 | unsupported-media-type",
        "''                  | application/json | 400 | malformed-json",
      })
  void aBodyThatNamesNobodyIsRefused(String body, String type, int status, String kind)
      throws Exception {
    HttpRequest.Builder request = delete(body).setHeader("content-type", type);

    ProblemAnswer.of(SERVER.http().send(request), status, kind);
  }

  @Test
  void withoutABodyTheCallerIsToldToSendOne() throws Exception {
    HttpResponse<String> answer = SERVER.http().send(SERVER.http().request("DELETE", "/token"));

    ProblemAnswer.of(answer, 415, "unsupported-media-type");
  }

  @Test
  void aForeignPageSignsNobodyOut() throws Exception {
    String user = someone();
    String first = post(user);
    HttpRequest.Builder evil = delete(user).header("origin", "https://evil.example");

    ProblemAnswer.of(SERVER.http().send(evil), 403, "origin-not-allowed");
    assertThat(post(user)).isEqualTo(first);
  }

  @Test
  void pagesOfAllowedOriginsMay() throws Exception {
    HttpRequest.Builder preflight =
        SERVER
            .http()
            .request("OPTIONS", "/token")
            .header("origin", SHOP)
            .header("access-control-request-method", "DELETE");
    HttpResponse<String> permission = SERVER.http().send(preflight);
    assertThat(permission.headers().firstValue("access-control-allow-methods"))
        .hasValue("POST, GET, DELETE, OPTIONS");
    assertThat(permission.headers().firstValue("allow")).hasValue("POST, GET, DELETE, OPTIONS");

    HttpResponse<String> answer = SERVER.http().send(delete(someone()).header("origin", SHOP));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(SHOP);
  }

  @ParameterizedTest
  @CsvSource({"/config,'GET, OPTIONS'", "/v1/getJWT,'POST, OPTIONS'"})
  void thereIsNothingToDeleteElsewhere(String path, String allowed) throws Exception {
    HttpResponse<String> answer = SERVER.http().send(SERVER.http().request("DELETE", path));

    ProblemAnswer.of(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("allow")).hasValue(allowed);
  }

  @Test
  void itIsWrittenDown(CapturedLogs logs) throws Exception {
    signOut("{\"userId\":\"cust0mer-1\"}");

    assertThat(
            logs.records().stream()
                .filter(entry -> entry.getLoggerName().equals("audit"))
                .map(entry -> String.valueOf(entry.getParameters()[0])))
        .singleElement()
        .asString()
        .startsWith("event=token-signed-out outcome=success integration=default mode=claimed user=")
        .contains(" status=204 ")
        .doesNotContain("cust0mer", "reused");
  }

  @Test
  void sendersOfTooManyAreHeldBack() throws Exception {
    Rate plenty = TestSettings.perMinute(1000);
    Rate few = TestSettings.perMinute(1);
    for (LimitSettings limits :
        new LimitSettings[] {
          new LimitSettings(few, plenty, 1), new LimitSettings(plenty, few, 1)
        }) {
      try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.reuse().limits(limits))) {
        HttpRequest.Builder request =
            server
                .tokenRequest("")
                .method("DELETE", BodyPublishers.ofString("{\"userId\":\"u1\"}"));
        assertThat(server.send(request).statusCode()).isEqualTo(204);
        ProblemAnswer.of(server.send(request), 429, "too-many-requests");
      }
    }
  }
}
