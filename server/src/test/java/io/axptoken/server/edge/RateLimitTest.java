package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many tokens an address and a user may ask for. */
class RateLimitTest {
  private static final Rate PLENTY = new Rate(1_000_000, Duration.ofMinutes(1));
  private static final Rate FEW = new Rate(6, Duration.ofHours(1));

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static TestServer perAddress() {
    return TestServer.start(
        SERVER.sandbox(), s -> s.limits(new LimitSettings(FEW, PLENTY, 2)).chatSdkEndpoint());
  }

  private static TestServer perUser() {
    return TestServer.start(SERVER.sandbox(), s -> s.limits(new LimitSettings(PLENTY, FEW, 2)));
  }

  private static void assertLimited(ProblemAnswer problem, String policy) {
    int seconds = Integer.parseInt(problem.header("retry-after"));
    assertThat(seconds).isBetween(500, 600);
    assertThat(problem.header("ratelimit-policy")).isEqualTo("\"" + policy + "\";q=6;w=3600");
    assertThat(problem.header("ratelimit")).isEqualTo("\"" + policy + "\";r=0;t=" + seconds);
    assertThat(problem.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(problem.header("access-control-expose-headers")).contains("RateLimit");
  }

  @Test
  void anAddressMayAskOnlySoOften() throws Exception {
    try (TestServer server = perAddress()) {
      assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(200);
      assertThat(server.postToken("{\"userId\":\"b\"}").statusCode()).isEqualTo(200);
      SERVER.sandbox().journal().clear();

      assertLimited(
          ProblemAnswer.of(server.postToken("{\"userId\":\"c\"}"), 429, "too-many-requests"),
          "address");
      SERVER.assertNothingMinted();
    }
  }

  @Test
  void brokenRequestsCountForTheirAddress() throws Exception {
    try (TestServer server = perAddress()) {
      assertThat(server.postToken("{").statusCode()).isEqualTo(400);
      assertThat(server.get("/token").statusCode()).isEqualTo(401);

      ProblemAnswer.of(server.get("/token"), 429, "too-many-requests");
      ProblemAnswer.of(
          server.send(server.tokenRequest("{}").uri(server.uri("/v1/getJWT"))),
          429,
          "too-many-requests");
    }
  }

  @Test
  void preflightsAndConfigurationAreNotCounted() throws Exception {
    try (TestServer server = perAddress()) {
      for (int i = 0; i < 5; i++) {
        assertThat(server.send(server.request("OPTIONS", "/token")).statusCode()).isEqualTo(204);
        assertThat(server.get("/config").statusCode()).isEqualTo(200);
      }
      assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theAddressIsCountedBeforeTheBodyIsRead() throws Exception {
    try (TestServer server = perAddress()) {
      server.get("/token");
      server.get("/token");
      try (RawClient client = server.connect()) {
        client.send(
            RawClient.head(
                "POST /token HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 15"));

        ProblemAnswer.ofRaw(client.answer(), 429, "too-many-requests");
      }
    }
  }

  @Test
  void aUserMayAskOnlySoOftenAndOthersDoNotSuffer() throws Exception {
    try (TestServer server = perUser()) {
      for (int i = 0; i < 2; i++) {
        assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(200);
      }
      SERVER.sandbox().journal().clear();

      assertLimited(
          ProblemAnswer.of(server.postToken("{\"userId\":\"a\"}"), 429, "too-many-requests"),
          "user");
      SERVER.assertNothingMinted();
      for (String other : List.of("b", "A", "a ")) {
        assertThat(server.postToken("{\"userId\":\"" + other + "\"}").statusCode()).isEqualTo(200);
      }
    }
  }

  private static int signOut(TestServer server, String id) throws Exception {
    BodyPublisher body = BodyPublishers.ofString("{\"userId\":\"" + id + "\"}");
    return server.send(server.tokenRequest("").method("DELETE", body)).statusCode();
  }

  @Test
  void whoHasUsedUpTheirTokensCanSignOut() throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(), s -> s.limits(new LimitSettings(PLENTY, FEW, 2)).reuse())) {
      for (int i = 0; i < 2; i++) {
        assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(200);
      }
      assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(429);

      assertThat(signOut(server, "a")).isEqualTo(204);
      assertThat(signOut(server, "a")).isEqualTo(204);
      assertThat(signOut(server, "a")).as("as often as they may ask for tokens").isEqualTo(429);
      assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(429);

      assertThat(signOut(server, "b")).isEqualTo(204);
      assertThat(signOut(server, "b")).isEqualTo(204);
      assertThat(server.postToken("{\"userId\":\"b\"}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void signingOutCountsForTheAddress() throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(), s -> s.limits(new LimitSettings(FEW, PLENTY, 2)).reuse())) {
      assertThat(signOut(server, "a")).isEqualTo(204);
      assertThat(signOut(server, "b")).isEqualTo(204);

      assertThat(signOut(server, "c")).isEqualTo(429);
      assertThat(server.postToken("{\"userId\":\"d\"}").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void requestsThatBreakTheRulesDoNotCountForTheUser() throws Exception {
    try (TestServer server = perUser()) {
      for (int i = 0; i < 5; i++) {
        server.postToken("{\"userId\":\"a\",\"userName\":7}");
      }
      assertThat(server.postToken("{\"userId\":\"a\"}").statusCode()).isEqualTo(200);
    }
  }
}
