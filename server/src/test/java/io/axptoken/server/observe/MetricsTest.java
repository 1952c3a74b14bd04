package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.Scrape;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus sees of what happened. */
class MetricsTest {
  private static final String USER = "{\"userId\":\"u1\"}";

  @RegisterExtension static final WholeServer SANDBOX = WholeServer.usual();

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(SANDBOX.sandbox());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private double value(String series) throws Exception {
    return Scrape.of(server).value(series);
  }

  private static String refused(String reason) {
    return "axp_tokens_refused_total{integration=\"default\",reason=\"%s\"}".formatted(reason);
  }

  private static String fetched(String outcome, String trigger) {
    return "axp_access_token_fetch_total{integration=\"default\",outcome=\"%s\",trigger=\"%s\"}"
        .formatted(outcome, trigger);
  }

  private static String answered(String call, String status) {
    return "axp_platform_seconds_count{call=\"%s\",status_class=\"%s\"}".formatted(call, status);
  }

  @Test
  void anIssuedTokenIsCountedAndTimed() throws Exception {
    assertThat(server.postToken(USER).statusCode()).isEqualTo(200);

    Scrape scrape = Scrape.of(server);
    assertThat(
            scrape.value("axp_tokens_issued_total{identity=\"claimed\",integration=\"default\"}"))
        .isEqualTo(1);
    String labels = "{integration=\"default\",outcome=\"issued\"";
    assertThat(scrape.value("axp_issue_seconds_count" + labels + "}")).isEqualTo(1);
    assertThat(scrape.value("axp_issue_seconds_sum" + labels + "}")).isBetween(0.0001, 20.0);
    assertThat(scrape.value("axp_issue_seconds_bucket" + labels + ",le=\"+Inf\"}")).isEqualTo(1);
    assertThat(scrape.series()).containsKey("axp_issue_seconds_bucket" + labels + ",le=\"0.005\"}");
    assertThat(scrape.value(fetched("success", "cold"))).isEqualTo(1);
    assertThat(scrape.value(answered("access-token", "2xx"))).isEqualTo(1);
    assertThat(scrape.value(answered("end-user-token", "2xx"))).isEqualTo(1);
    assertThat(scrape.value("axp_access_token_expires_in_seconds{integration=\"default\"}"))
        .isBetween(600.0, 900.0);
  }

  @ParameterizedTest
  @CsvSource({
    "malformed-json,'{'",
    "constraint-violation,'{}'",
    "constraint-violation,'{\"userId\":7}'"
  })
  void aRefusedRequestIsCountedWithItsReason(String reason, String body) throws Exception {
    server.postToken(body);

    Scrape scrape = Scrape.of(server);
    assertThat(scrape.value(refused(reason))).isEqualTo(1);
    assertThat(
            scrape.value(
                "axp_issue_seconds_count{integration=\"default\",outcome=\"" + reason + "\"}"))
        .isEqualTo(1);
  }

  @Test
  void everyFilterBeforeTheTokenIsCounted() throws Exception {
    server.get("/token");
    server.send(server.tokenRequest(USER).header("content-encoding", "gzip"));
    server.send(server.request("PUT", "/token"));
    server.postToken("{\"userId\":\"" + "x".repeat(20_000) + "\"}");

    Scrape scrape = Scrape.of(server);
    assertThat(scrape.value(refused("not-authenticated"))).isEqualTo(1);
    assertThat(scrape.value(refused("unsupported-media-type"))).isEqualTo(1);
    assertThat(scrape.value(refused("method-not-allowed"))).isEqualTo(1);
    assertThat(scrape.value(refused("payload-too-large"))).isEqualTo(1);
  }

  @Test
  void whatIsNoTokenRequestIsNoRefusal() throws Exception {
    server.get("/nowhere");
    server.get("/config");
    server.send(server.request("OPTIONS", "/token"));

    assertThat(Scrape.of(server).text()).doesNotContain("not-found");
    assertThat(value("axp_tokens_issued_total{identity=\"claimed\",integration=\"default\"}"))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "400,platform-rejected-request,4xx",
    "403,platform-rejected-credentials,4xx",
    "429,platform-busy,4xx",
    "500,platform-unavailable,5xx",
    "204,platform-bad-answer,2xx"
  })
  void troubleWithThePlatformHasItsReason(int status, String reason, String statusClass)
      throws Exception {
    SANDBOX.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(status));

    server.postToken(USER);

    Scrape scrape = Scrape.of(server);
    assertThat(scrape.value(refused(reason))).isEqualTo(1);
    assertThat(scrape.value(answered("end-user-token", statusClass))).isPositive();
  }

  @Test
  void aFailedFetchIsCountedWithItsKind() throws Exception {
    server.postToken(USER);
    SANDBOX.sandbox().accessTokens().revokeAll();
    SANDBOX.sandbox().faults().on(Endpoint.ACCESS_TOKEN).always(Fault.status(401));

    server.postToken(USER);

    Scrape scrape = Scrape.of(server);
    assertThat(scrape.value(fetched("platform-rejected-credentials", "rejected"))).isEqualTo(1);
    assertThat(scrape.value(refused("platform-rejected-credentials"))).isEqualTo(1);
    assertThat(scrape.value(answered("access-token", "4xx"))).isEqualTo(1);
  }

  @Test
  void aRefusedAccessTokenIsFetchedAnew() throws Exception {
    server.postToken(USER);
    SANDBOX.sandbox().accessTokens().revokeAll();

    assertThat(server.postToken(USER).statusCode()).isEqualTo(200);

    Scrape scrape = Scrape.of(server);
    assertThat(scrape.value(fetched("success", "rejected"))).isEqualTo(1);
    assertThat(scrape.value(answered("end-user-token", "4xx"))).isEqualTo(1);
  }

  @Test
  void everyRetryHasItsCause() throws Exception {
    SANDBOX.sandbox().faults().on(Endpoint.END_USER_TOKEN).times(2, Fault.status(503));

    assertThat(server.postToken(USER).statusCode()).isEqualTo(200);

    Scrape scrape = Scrape.of(server);
    assertThat(
            scrape.value(
                "axp_platform_retries_total{call=\"end-user-token\",cause=\"unavailable\"}"))
        .isEqualTo(2);
    assertThat(scrape.value(answered("end-user-token", "5xx"))).isEqualTo(2);
    assertThat(scrape.value(answered("end-user-token", "2xx"))).isEqualTo(1);
  }

  @Test
  void theBreakerIsSeenOpenAndClosedAgain() throws Exception {
    String state = "axp_circuit_breaker_state{integration=\"default\"}";
    SANDBOX.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(500));
    for (int i = 0; i < 30; i++) {
      server.postToken(USER);
    }
    assertThat(value(state)).isPositive();

    SANDBOX.sandbox().faults().clear();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(server.postToken(USER).statusCode()).isEqualTo(200));
    assertThat(Scrape.of(server).series()).containsEntry(state, 0.0);
  }

  @Test
  void limitsAreCountedByWhatTheyHold() throws Exception {
    Rate few = new Rate(1, Duration.ofHours(1));
    Rate many = TestSettings.perMinute(100_000);
    try (TestServer byUser = limited(new LimitSettings(many, few, 1));
        TestServer byAddress = limited(new LimitSettings(few, many, 1))) {
      for (TestServer limited : new TestServer[] {byUser, byAddress}) {
        limited.postToken(USER);
        assertThat(limited.postToken(USER).statusCode()).isEqualTo(429);
      }

      Scrape user = Scrape.of(byUser);
      assertThat(user.value("axp_rate_limited_total{stage=\"user\"}")).isEqualTo(1);
      assertThat(user.value("axp_rate_limited_total{stage=\"address\"}")).isZero();
      assertThat(user.value(refused("too-many-requests"))).isEqualTo(1);
      assertThat(Scrape.of(byAddress).value("axp_rate_limited_total{stage=\"address\"}"))
          .isEqualTo(1);
    }
  }

  private static TestServer limited(LimitSettings limits) {
    return TestServer.start(SANDBOX.sandbox(), settings -> settings.limits(limits));
  }

  @Test
  void requestsUnderWayAreCounted() throws Exception {
    SANDBOX.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.hang());
    try (RawClient gone = server.connect()) {
      gone.send(
          "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 15\r\n\r\n"
              + USER);
      Awaitility.await().until(() -> value("http_server_in_flight") == 1);
    }
    Awaitility.await().until(() -> value("http_server_in_flight") == 0);

    server.get("/config");
    assertThat(value("http_server_in_flight")).isZero();
  }

  @Test
  void whatAlertsNeedStandsAtZeroBeforeItHappens() throws Exception {
    assertThat(Scrape.of(server).series())
        .containsEntry("axp_tokens_issued_total{identity=\"claimed\",integration=\"default\"}", 0.0)
        .containsEntry(refused("platform-unavailable"), 0.0)
        .containsEntry(refused("internal-error"), 0.0)
        .containsEntry("axp_rate_limited_total{stage=\"address\"}", 0.0)
        .containsEntry("axp_platform_retries_total{call=\"end-user-token\",cause=\"busy\"}", 0.0)
        .containsEntry("axp_reload_total{outcome=\"failure\",what=\"tls\"}", 0.0)
        .containsEntry("axp_circuit_breaker_state{integration=\"default\"}", 0.0)
        .containsEntry("http_server_in_flight", 0.0);
  }

  @Test
  void theSumIsThatOfTheTimes() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.postToken(USER);
    }

    Scrape scrape = Scrape.of(server);
    String labels = "{integration=\"default\",outcome=\"issued\"";
    assertThat(scrape.value("axp_issue_seconds_count" + labels + "}"))
        .isEqualTo(5, within(0.0))
        .isEqualTo(scrape.value("axp_issue_seconds_bucket" + labels + ",le=\"+Inf\"}"));
  }
}
