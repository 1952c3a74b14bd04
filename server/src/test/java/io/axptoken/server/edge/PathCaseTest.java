package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The case of a path's letters makes no difference, as with the reference, and is no way around.
 */
class PathCaseTest {
  private static final String USER = "{\"userId\":\"u1\"}";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s -> s.allowedOrigins("https://shop.example").chatSdkEndpoint());

  private static HttpResponse<String> post(TestServer server, String path, String body)
      throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Token", "/TOKEN", "/tOkEn/", "/TOKEN/"})
  void tokensAreGivenInAnySpelling(String path) throws Exception {
    assertThat(post(SERVER.http(), path, USER).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/getjwt", "/V1/GETJWT", "/v1/GetJwt"})
  void soDoesTheOlderEndpoint(String path) throws Exception {
    assertThat(post(SERVER.http(), path, "{\"customerId\":\"u1\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void soDoesTheConfiguration() throws Exception {
    assertThat(SERVER.http().get("/CONFIG").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/%54oken", "/to%6Ben", "/tokens", "//token", "/to%E2%84%AAen", "/token//"})
  void otherPathsAreStillOthers(String path) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + SERVER.http().port() + encoded(path)))
                    .POST(BodyPublishers.ofString(USER)));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private static String encoded(String path) {
    return URI.create(path).toASCIIString();
  }

  @Test
  void aRefusedOriginIsRefusedInAnySpelling() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                SERVER
                    .http()
                    .request("POST", "/TOKEN")
                    .header("origin", "https://evil.example")
                    .header("content-type", "application/json"));

    ProblemAnswer.of(answer, 403, "origin-not-allowed");
  }

  @Test
  void allSpellingsCountAgainstOneLimit() throws Exception {
    Rate few = new Rate(2, Duration.ofHours(1));
    Rate many = TestSettings.perMinute(1_000);
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server =
            TestServer.start(sandbox, s -> s.limits(new LimitSettings(few, many, 2)))) {
      assertThat(post(server, "/token", USER).statusCode()).isEqualTo(200);
      assertThat(post(server, "/Token", USER).statusCode()).isEqualTo(200);
      assertThat(post(server, "/TOKEN", USER).statusCode()).isEqualTo(429);
    }
  }
}
