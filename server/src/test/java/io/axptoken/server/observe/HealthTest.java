package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.Health.Stage;
import io.axptoken.service.observe.health.ManagementServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes, and that they stand nowhere else. */
class HealthTest {
  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static HttpResponse<String> management(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + SERVER.http().lifecycle().managementPort() + path);
    return SERVER
        .http()
        .send(HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready", "/health/ready?verbose"})
  void aRunningServerIsLiveAndReady(String path) throws Exception {
    HttpResponse<String> answer = management("GET", path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(new JsonObject(answer.body()))
        .isEqualTo(new JsonObject().put("status", "UP").put("stage", "ready"));
    assertThat(management("HEAD", path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"POST,/health/live", "PUT,/health/ready", "DELETE,/health", "OPTIONS,/health/live"})
  void aProbeOnlyReads(String method, String path) throws Exception {
    HttpResponse<String> answer = management(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/token", "/config", "/v1/getJWT", "/health/", "/health/other"})
  void nothingElseStandsOnTheManagementPort(String path) throws Exception {
    assertThat(management("GET", path).statusCode()).isEqualTo(404);
  }

  @Test
  void noTokenIsIssuedOnTheManagementPort() throws Exception {
    URI uri =
        URI.create("http://127.0.0.1:" + SERVER.http().lifecycle().managementPort() + "/token");
    var request = SERVER.http().tokenRequest("{\"userId\":\"u1\"}").uri(uri);

    assertThat(SERVER.http().send(request).statusCode()).isIn(404, 405);
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics"})
  void noProbeStandsOnThePublicPort(String path) throws Exception {
    ProblemAnswer.of(SERVER.http().get(path), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({"STARTING,503,DOWN", "READY,200,UP", "DRAINING,503,DOWN"})
  void readinessFollowsTheStageAndLivenessDoesNot(Stage stage, int ready, String status)
      throws Exception {
    Vertx vertx = Vertx.vertx();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Health health = new Health();
      health.enter(stage);
      ManagementServer management =
          ManagementServer.listen(vertx, "127.0.0.1", 0, health)
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      String base = "http://127.0.0.1:" + management.port() + "/health/";

      assertThat(get(http, base + "live").statusCode()).isEqualTo(200);
      assertThat(get(http, base + "ready").statusCode()).isEqualTo(ready);
      assertThat(new JsonObject(get(http, base + "ready").body()).getString("status"))
          .isEqualTo(status);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aServerThatStopsNeverBecomesReadyAgain() {
    Health health = new Health();
    health.enter(Stage.DRAINING);
    health.enter(Stage.READY);

    assertThat(health.isReady()).isFalse();
    assertThat(health.isDraining()).isTrue();
  }

  private static HttpResponse<String> get(HttpClient http, String uri) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
