package io.axptoken.sandbox;

import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
  private static AxpSandbox sandbox;
  private static Caller caller;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    caller = Caller.of(sandbox);
  }

  @AfterAll
  static void stop() {
    caller.close();
    sandbox.close();
  }

  @Test
  void clientCredentialsAreExchangedForAnAccessToken() {
    HttpResponse<String> answer = caller.askAccessToken();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    JsonObject body = json(answer);
    assertThat(body.getString("access_token").split("\\.", -1)).hasSize(3);
    assertThat(body.getInteger("expires_in")).isEqualTo(900);
    assertThat(body.getString("token_type")).isEqualTo("Bearer");
  }

  @Test
  void theOlderPathNeedsNoAppKey() {
    URI older = sandbox.baseUri().resolve("/auth/realms/SANDBX/protocol/openid-connect/token");

    HttpResponse<String> answer =
        caller.askAccessToken(request -> request.uri(older).setHeader("appkey", "whatever"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerCarriesTheIdsThatSupportAsksFor() {
    HttpResponse<String> good =
        caller.askAccessToken(request -> request.setHeader("x-request-id", "abc-1"));
    HttpResponse<String> missing = caller.get("/nowhere");

    assertThat(good.headers().firstValue("x-request-id")).hasValue("abc-1");
    assertThat(good.headers().firstValue("av-log-id")).isPresent();
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("x-request-id")).isPresent();
    assertThat(missing.headers().firstValue("av-log-id")).isPresent();
  }

  @Test
  void aCallWithoutAppKeyIsUnauthorized() {
    HttpResponse<String> answer =
        caller.send(
            java.net.http.HttpRequest.newBuilder(caller.accessTokenUri())
                .setHeader("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(caller.form())));

    assertProblem(answer, 401, "#unauthorized");
  }

  @Test
  void aWrongAppKeyIsForbidden() {
    assertProblem(
        caller.askAccessToken(request -> request.setHeader("appkey", "other")), 403, "#forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTHERS", "sandbx", "x", "SANDBX1"})
  void anUnknownAccountIsNotFound(String accountId) {
    URI uri =
        sandbox.baseUri().resolve("/api/auth/v1/" + accountId + "/protocol/openid-connect/token");

    assertProblem(caller.askAccessToken(request -> request.uri(uri)), 404, "#not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
  void onlyFormsAreTaken(String contentType) {
    HttpResponse<String> answer =
        caller.askAccessToken(request -> request.setHeader("content-type", contentType));

    assertProblem(answer, 415, "about:blank");
  }

  @Test
  void aFormMayNameItsCharset() {
    HttpResponse<String> answer =
        caller.askAccessToken(request ->
            request.setHeader("content-type", "Application/X-WWW-Form-Urlencoded; charset=UTF-8"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_client, grant_type=client_credentials&client_id=sandbox-client&client_secret=no",
    "401, invalid_client, grant_type=client_credentials&client_id=no&client_secret=sandbox-s3cr3t",
    "401, invalid_client, grant_type=client_credentials",
    "400, unsupported_grant_type, grant_type=password&client_id=sandbox-client",
    "400, invalid_request, client_id=sandbox-client&client_secret=sandbox-s3cr3t",
    "400, invalid_request, grant_type=client_credentials&client_id=a&client_id=b",
    "400, invalid_request, nonsense",
    "400, invalid_request, ''"
  })
  void aWrongFormGetsTheErrorObjectOfOAuth(int status, String error, String form) {
    HttpResponse<String> answer =
        caller.askAccessToken(request -> request.POST(BodyPublishers.ofString(form)));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(json(answer).getString("error")).isEqualTo(error);
    assertThat(json(answer).getString("error_description")).isNotEmpty();
  }

  @Test
  void aFormThatCannotBeDecodedIsABadRequest() {
    assertProblem(
        caller.askAccessToken(request -> request.POST(BodyPublishers.ofString("a=%%%"))),
        400,
        "#constraint-violation");
  }

  @Test
  void onlyPostIsServed() {
    HttpResponse<String> answer = caller.askAccessToken(request -> request.GET());

    assertProblem(answer, 405, "about:blank");
    assertThat(answer.headers().firstValue("allow")).hasValue("POST");
  }

  @Test
  void aBodyOverTheLimitIsRefusedAndStillCounts() {
    int before = sandbox.journal().count(Endpoint.ACCESS_TOKEN);

    HttpResponse<String> answer =
        caller.askAccessToken(
            request -> request.POST(BodyPublishers.ofString("x".repeat(65 * 1024))));

    assertProblem(answer, 413, "about:blank");
    assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(before + 1);
    assertThat(sandbox.journal().calls().getLast().status()).hasValue(413);
  }

  static void assertProblem(HttpResponse<String> answer, int status, String typeEnd) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonObject problem = json(answer);
    assertThat(problem.getString("type")).endsWith(typeEnd);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("title")).isNotEmpty();
    assertThat(problem.getString("detail")).isNotEmpty();
    assertThat(problem.getString("instance")).startsWith("/");
  }
}
