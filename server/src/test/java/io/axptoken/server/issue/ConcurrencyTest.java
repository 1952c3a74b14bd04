package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.Resilience;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once. */
class ConcurrencyTest {
  private static final int CALLERS = 1000;

  /** Few enough for the sandbox to sign their tokens well within the platform's deadline. */
  private static final int USERS = 50;

  @Test
  void aThousandFirstRequestsNeedOneAccessToken() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server = startForManyConnections(sandbox)) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> server.sendAsync(server.tokenRequest(body(i % USERS))))
              .toList();

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
      assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(1);
      assertThat(sandbox.journal().count(Endpoint.END_USER_TOKEN)).isBetween(USERS, CALLERS);
    }
  }

  @Test
  void whoComesWhenTooManyAreUnderWayIsTurnedAwayAtOnce() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server = startForManyConnections(sandbox)) {
      assertThat(server.postToken("{\"userId\":\"first\"}").statusCode()).isEqualTo(200);
      sandbox.faults().on(Endpoint.END_USER_TOKEN).always(Fault.hang());

      CompletableFuture<HttpResponse<String>> first =
          IntStream.range(0, Resilience.DEFAULT.maxConcurrent() + 100)
              .mapToObj(i -> server.sendAsync(server.tokenRequest(body(i))))
              .reduce((one, other) -> one.applyToEither(other, answer -> answer))
              .orElseThrow();

      HttpResponse<String> answer = first.get(60, TimeUnit.SECONDS);
      ProblemAnswer problem = ProblemAnswer.of(answer, 503, "overloaded");
      assertThat(problem.header("retry-after")).isEqualTo("1");
    }
  }

  @Test
  void aHundredRequestsForOneUserAreOneCall() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server = TestServer.start(sandbox)) {
      sandbox.faults().on(Endpoint.END_USER_TOKEN).next(Fault.delay(Duration.ofSeconds(2)));
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, 100)
              .mapToObj(_ -> server.sendAsync(server.tokenRequest("{\"userId\":\"same\"}")))
              .toList();

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
      assertThat(answers.stream().map(answer -> answer.join().body()).distinct()).hasSize(1);
      assertThat(sandbox.journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(1);
    }
  }

  private static String body(int user) {
    return "{\"userId\":\"user-" + user + "\"}";
  }

  /** A trusted proxy may have as many connections as it likes; others may not. */
  private static TestServer startForManyConnections(AxpSandbox sandbox) {
    return TestServer.start(sandbox, settings -> settings.trustedProxies("127.0.0.1/32"));
  }
}
