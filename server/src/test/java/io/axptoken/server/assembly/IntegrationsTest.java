package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxAccount.Platform;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.fixture.IntegrationsFile;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.Settings;
import io.axptoken.testing.CapturedLogs;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several integrations in one server: each has its own account, pages, lifetime and limits. */
class IntegrationsTest {
  private static final SandboxAccount SALES =
      new SandboxAccount(
          "SALESX",
          "5a4db0c5-0000-4000-8000-00000000000a",
          "sales-client",
          "sales-s3cr3t",
          "sales-app-key");
  private static final SandboxAccount EU =
      new SandboxAccount(
          Platform.INFINITY,
          "EUEUEU",
          "5a4db0c5-0000-4000-8000-00000000000b",
          "eu-client",
          "eu-s3cr3t",
          "");

  private static final AtomicInteger USERS = new AtomicInteger();

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.of(
          SandboxOptions.defaults().withAccounts(SandboxAccount.DEFAULT, SALES, EU),
          IntegrationsTest::settings);

  private final AxpSandbox sandbox = SERVER.sandbox();
  private final TestServer server = SERVER.http();

  /** Each test has a user of its own, whom nobody has counted yet. */
  private final String user = "{\"userId\":\"cust0mer-%d\"}".formatted(USERS.incrementAndGet());

  private static Settings settings(AxpSandbox sandbox) {
    return IntegrationsFile.of(sandbox.baseUri(), SandboxAccount.DEFAULT)
        .and(
            "sales",
            sandbox.baseUri(),
            SALES,
            "allowedOrigins: [https://sales.example.com]",
            "jwtValidityInterval: 15",
            "callingRemoteAddress: '+49 30 1'",
            "limits: { perUser: 1/h, burst: 1 }")
        .and("eu-1", sandbox.baseUri(), EU)
        .settings();
  }

  @Test
  void eachUsesItsOwnCredentialsOnTheWire() throws Exception {
    sandbox.accessTokens().revokeAll();
    assertThat(post("/token").statusCode()).isEqualTo(200);
    assertThat(post("/integrations/sales/token").statusCode()).isEqualTo(200);
    assertThat(post("/integrations/eu-1/token").statusCode()).isEqualTo(200);

    List<Call> access = sandbox.journal().calls(Endpoint.ACCESS_TOKEN);
    assertThat(only(access, SALES).body()).contains("client_id=sales-client");
    assertThat(only(access, SandboxAccount.DEFAULT).body()).contains("client_id=sandbox-client");
    List<Call> tokens = answered(Endpoint.END_USER_TOKEN);
    assertThat(only(tokens, SALES).header("appkey")).hasValue("sales-app-key");
    assertThat(only(tokens, SALES).body()).contains(SALES.integrationId());
    assertThat(only(tokens, SandboxAccount.DEFAULT).header("appkey")).hasValue("sandbox-app-key");
    assertThat(only(tokens, SALES).header("authorization"))
        .isNotEqualTo(only(tokens, SandboxAccount.DEFAULT).header("authorization"));
    assertThat(only(sandbox.journal().calls(Endpoint.INFINITY_TOKEN), EU).body())
        .contains("eu-client", EU.integrationId());
  }

  private List<Call> answered(Endpoint endpoint) {
    return sandbox.journal().calls(endpoint).stream()
        .filter(call -> call.status().orElse(0) < 300)
        .toList();
  }

  private static Call only(List<Call> calls, SandboxAccount account) {
    List<Call> own =
        calls.stream().filter(call -> call.path().contains(account.accountId())).toList();
    assertThat(own).hasSize(1);
    return own.getFirst();
  }

  @Test
  void eachHandsItsOwnSettingsToItsClients() throws Exception {
    JsonObject sales = new JsonObject(server.get("/integrations/sales/config").body());
    JsonObject eu = new JsonObject(server.get("/integrations/eu-1/config").body());

    assertThat(sales.getString("axpIntegrationId")).isEqualTo(SALES.integrationId());
    assertThat(sales.getString("callingRemoteAddress")).isEqualTo("+49 30 1");
    assertThat(sales.getString("appKey")).isEqualTo("sales-app-key");
    assertThat(eu.getString("axpIntegrationId")).isEqualTo(EU.integrationId());
    assertThat(eu.getString("appKey")).isEmpty();
    assertThat(new JsonObject(server.get("/config").body()).getString("axpIntegrationId"))
        .isEqualTo(SandboxAccount.DEFAULT.integrationId());
  }

  @Test
  void eachTokenLivesAsLongAsItsIntegrationSays() throws Exception {
    assertThat(life(post("/integrations/sales/token"))).isBetween(minutes(14), minutes(15));
    assertThat(life(post("/token"))).isBetween(minutes(29), minutes(30));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration life(HttpResponse<String> answer) {
    String expiresAt = new JsonObject(answer.body()).getString("expiresAt");
    return Duration.between(Instant.now(), Instant.parse(expiresAt));
  }

  @Test
  void aTokenWithoutAProofIsRefusedAsEverywhere() throws Exception {
    ProblemAnswer.of(server.get("/integrations/sales/token"), 401, "not-authenticated");
    ProblemAnswer.of(
        server.send(server.request("DELETE", "/integrations/sales/token")),
        405,
        "method-not-allowed");
  }

  /** Names are in lower case, so that no other integration can be meant. */
  @ParameterizedTest
  @ValueSource(strings = {"/integrations/Sales/config", "/INTEGRATIONS/SALES/CONFIG"})
  void theCaseOfANameMakesNoDifference(String path) throws Exception {
    assertThat(server.get(path).body()).isEqualTo(server.get("/integrations/sales/config").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/integrations/nobody/token",
        "/integrations/nobody/config",
        "/integrations/sales%2F..%2Feu-1/token",
        "/integrations/sales/../eu-1/token",
        "/integrations/default/token",
        "/integrations//token",
        "/integrations/sales",
        "/integrations/sales/v1/getJWT",
      })
  void anIntegrationThatDoesNotExistIsNotFound(String path) throws Exception {
    ProblemAnswer problem = ProblemAnswer.of(server.get(path), 404, "not-found");

    assertThat(problem.detail()).contains("no such integration").doesNotContain("nobody", "eu-1");
  }

  @ParameterizedTest
  @CsvSource({
    "/token,https://www.example.com,https://sales.example.com,server.allowedOrigins",
    "/integrations/sales/token,https://sales.example.com,https://www.example.com,"
        + "integrations.sales.allowedOrigins",
    "/integrations/eu-1/token,https://www.example.com,https://sales.example.com,"
        + "integrations.eu-1.allowedOrigins",
  })
  void eachHasItsOwnPages(String path, String own, String foreign, String key) throws Exception {
    assertThat(preflight(path, own)).isEqualTo(own);
    assertThat(preflight(path, foreign)).isEmpty();
    HttpResponse<String> allowed = server.send(request(path, user).header("origin", own));
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("access-control-allow-origin")).hasValue(own);
    sandbox.journal().clear();

    ProblemAnswer problem =
        ProblemAnswer.of(
            server.send(request(path, user).header("origin", foreign)), 403, "origin-not-allowed");

    assertThat(problem.detail()).contains(key);
    assertThat(sandbox.journal().calls()).isEmpty();
  }

  private String preflight(String path, String origin) throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("OPTIONS", path)
                .header("origin", origin)
                .header("access-control-request-method", "POST"));
    assertThat(answer.statusCode()).isEqualTo(204);
    return answer.headers().firstValue("access-control-allow-origin").orElse("");
  }

  @Test
  void eachCountsItsOwnUsers() throws Exception {
    assertThat(post("/integrations/sales/token").statusCode()).isEqualTo(200);

    ProblemAnswer.of(post("/integrations/sales/token"), 429, "too-many-requests");

    assertThat(post("/token").statusCode()).isEqualTo(200);
    assertThat(post("/integrations/eu-1/token").statusCode()).isEqualTo(200);
  }

  @Test
  void theLogNamesTheIntegrationAndItsSetting(CapturedLogs logs) throws Exception {
    SandboxAccount wrong =
        new SandboxAccount(
            "SALESX", SALES.integrationId(), SALES.clientId(), "other-s3cr3t", SALES.appKey());
    IntegrationsFile file =
        IntegrationsFile.of(sandbox.baseUri(), SandboxAccount.DEFAULT)
            .and("sales", sandbox.baseUri(), wrong);
    try (TestServer mistaken = TestServer.start(file.settings())) {
      assertThat(logs.awaitMessage(line -> line.contains("integrations.sales.clientSecret")))
          .isTrue();
      assertThat(logs.text().lines().filter(line -> line.contains("FailureLog")))
          .isNotEmpty()
          .allMatch(line -> line.contains("integration=sales"));
      assertThat(mistaken.postToken(user).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutADefaultThereIsNothingAtItsPaths() throws Exception {
    IntegrationsFile file =
        IntegrationsFile.withoutDefault().and("sales", sandbox.baseUri(), SALES);
    try (TestServer alone = TestServer.start(file.settings())) {
      ProblemAnswer.of(alone.postToken(user), 404, "not-found");
      ProblemAnswer.of(alone.get("/config"), 404, "not-found");
      assertThat(alone.get("/integrations/sales/config/").statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return server.send(request(path, user));
  }

  private HttpRequest.Builder request(String path, String json) {
    return server.tokenRequest(json).uri(server.uri(path));
  }
}
