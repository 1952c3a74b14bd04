package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at the platform is told by its kind, and never in the platform's words. */
class PlatformTroubleTest {
  private static final String USER = "{\"userId\":\"u1\"}";

  /** A second, as the circuit breaker's own test has it, and what a busy machine may add. */
  private static final Duration RECOVERY = Duration.ofSeconds(3);

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  static Stream<Arguments> endUserFaults() {
    return Stream.of(
        Arguments.of(Fault.status(400), 502, "platform-rejected-request", ""),
        Arguments.of(Fault.status(401), 502, "platform-rejected-credentials", ""),
        Arguments.of(Fault.status(403), 502, "platform-rejected-credentials", ""),
        Arguments.of(Fault.status(404), 502, "platform-rejected-request", ""),
        Arguments.of(Fault.status(409), 502, "platform-rejected-request", ""),
        Arguments.of(Fault.status(415), 502, "platform-rejected-request", ""),
        Arguments.of(Fault.status(204), 502, "platform-bad-answer", ""),
        Arguments.of(Fault.status(429), 503, "platform-busy", "2"),
        Arguments.of(
            Fault.status(429).retryAfter(Duration.ofSeconds(7)), 503, "platform-busy", "7"),
        Arguments.of(Fault.status(500), 503, "platform-unavailable", "2"),
        Arguments.of(Fault.status(502), 503, "platform-unavailable", "2"),
        Arguments.of(Fault.status(503), 503, "platform-unavailable", "2"),
        Arguments.of(
            Fault.status(503).retryAfter(Duration.ofSeconds(3)), 503, "platform-unavailable", "3"),
        Arguments.of(Fault.status(504), 503, "platform-unavailable", "2"),
        Arguments.of(Fault.reset(), 503, "platform-unavailable", "2"),
        Arguments.of(Fault.truncate(), 503, "platform-unavailable", "2"),
        Arguments.of(Fault.garbage(), 502, "platform-bad-answer", ""),
        Arguments.of(Fault.withoutToken(), 502, "platform-bad-answer", ""),
        Arguments.of(Fault.huge(), 502, "platform-bad-answer", ""),
        Arguments.of(
            Fault.redirect(URI.create("http://127.0.0.1:1/elsewhere")),
            502,
            "platform-bad-answer",
            ""));
  }

  private static void assertProblem(
      HttpResponse<String> answer, int status, String kind, String retryAfter) {
    ProblemAnswer problem = ProblemAnswer.of(answer, status, kind);
    assertThat(problem.header("retry-after")).isEqualTo(retryAfter);
    assertThat(problem.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(answer.body())
        .doesNotContainIgnoringCase("sandbox", "127.0.0.1", "elsewhere", "<html", "u1");
  }

  @ParameterizedTest
  @MethodSource("endUserFaults")
  void aFaultAtTheSecondCallHasItsKind(Fault fault, int status, String kind, String retryAfter)
      throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(fault);

    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      assertProblem(server.postToken(USER), status, kind, retryAfter);
    }
  }

  @Test
  void whenThePlatformIsWellAgainSoAreWe() throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).times(3, Fault.status(500));

    for (int i = 0; i < 3; i++) {
      assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(503);
    }
    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_TOKEN", "END_USER_TOKEN"})
  void aTroubleThatPassesIsNoticedByNobody(Endpoint endpoint) throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      assertThat(server.postToken(USER).statusCode()).isEqualTo(200);
      SERVER.sandbox().accessTokens().revokeAll();
      SERVER.sandbox().faults().on(endpoint).times(2, Fault.status(503));
      assertThat(server.postToken(USER).statusCode()).isEqualTo(200);

      SERVER.sandbox().accessTokens().revokeAll();
      SERVER.sandbox().faults().on(endpoint).next(Fault.reset());
      assertThat(server.postToken(USER).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPlatformThatIsDownIsLeftAloneAndUsedAgainWithinASecond() throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      assertThat(server.postToken(USER).statusCode()).isEqualTo(200);
      SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(500));
      SERVER.sandbox().journal().clear();
      for (int i = 0; i < 100; i++) {
        ProblemAnswer.of(server.postToken(USER), 503, "platform-unavailable");
      }
      assertThat(SERVER.sandbox().journal().count(Endpoint.END_USER_TOKEN)).isBetween(10, 30);

      SERVER.sandbox().faults().clear();
      long healed = System.nanoTime();
      while (server.postToken(USER).statusCode() != 200) {
        assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(RECOVERY);
      }
    }
  }

  static Stream<Arguments> accessTokenFaults() {
    return endUserFaults()
        .map(Arguments::get)
        .map(row ->
            row[0] instanceof Fault.Status refused
                    && (refused.status() == 400 || refused.status() == 404)
                ? Arguments.of(row[0], 502, "platform-rejected-credentials", "")
                : Arguments.of(row));
  }

  @ParameterizedTest
  @MethodSource("accessTokenFaults")
  void aFaultAtTheFirstCallHasItsKind(Fault fault, int status, String kind, String retryAfter)
      throws Exception {
    SERVER.sandbox().faults().on(Endpoint.ACCESS_TOKEN).always(fault);

    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      assertProblem(server.postToken(USER), status, kind, retryAfter);
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void aPlatformThatRefusesConnectionsIsUnavailable() throws Exception {
    try (RefusedPort nobody = RawServer.refusing();
        TestServer server = TestServer.start(SERVER.sandbox(), s -> s.platform(nobody.uri("")))) {
      assertProblem(server.postToken(USER), 503, "platform-unavailable", "2");
    }
  }

  @Test
  void aTokenThatWouldBreakTheAnswerIsABadAnswer() throws Exception {
    String injected =
        "{\"access_token\":\"fine\",\"expires_in\":900,"
            + "\"jwtToken\":\"a\\\",\\\"appKey\\\":\\\"other\"}";
    try (RawServer platform =
            RawServer.start(connection -> {
              connection.request();
              connection.send(Conversation.answer(200, injected));
              connection.request();
              connection.send(Conversation.answer(200, injected));
              connection.finish();
            });
        TestServer server = TestServer.start(SERVER.sandbox(), s -> s.platform(platform.uri("")))) {
      assertProblem(server.postToken(USER), 502, "platform-bad-answer", "");
    }
  }

  @Test
  void aRevokedAccessTokenIsHealedWithoutTheCallerNoticing() throws Exception {
    SERVER.http().postToken(USER);
    SERVER.sandbox().accessTokens().revokeAll();
    SERVER.sandbox().journal().clear();

    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);

    assertThat(SERVER.sandbox().journal().calls())
        .extracting(call -> call.endpoint() + " " + call.status().orElse(0))
        .containsExactly("END_USER_TOKEN 401", "ACCESS_TOKEN 200", "END_USER_TOKEN 201");
  }
}
