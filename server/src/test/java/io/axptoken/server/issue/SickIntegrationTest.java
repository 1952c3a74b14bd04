package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.fixture.IntegrationsFile;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.WholeServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two integrations of one host, over the same transport: whatever happens to one of them, the other
 * does not notice.
 */
class SickIntegrationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ROOM = 3;

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.of(
          SandboxOptions.defaults(),
          sandbox ->
              IntegrationsFile.of(sandbox.baseUri(), SandboxAccount.DEFAULT)
                  .and(
                      "sick",
                      sandbox.baseUri(),
                      SandboxAccount.DEFAULT_INFINITY,
                      "resilience: { maxConcurrent: " + ROOM + " }")
                  .and("failing", sandbox.baseUri(), SandboxAccount.DEFAULT_INFINITY)
                  .settings());

  @Test
  void itIsAnsweredWhileTheOtherOnesCallsAreHeld() throws Exception {
    SERVER.sandbox().faults().on(Endpoint.INFINITY_TOKEN).always(Fault.hang());
    List<CompletableFuture<HttpResponse<String>>> held = ask("sick", ROOM);
    SERVER.sandbox().journal().awaitCalls(Endpoint.INFINITY_TOKEN, ROOM, PATIENCE);

    ProblemAnswer.of(ask("sick", 1).getFirst().join(), 503, "overloaded");

    assertThat(healthy().statusCode()).isEqualTo(200);
    assertThat(held).noneMatch(CompletableFuture::isDone);
    assertThat(held.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnly(504);
  }

  @Test
  void itsBreakerStaysClosed() throws Exception {
    SERVER.sandbox().faults().on(Endpoint.INFINITY_TOKEN).always(Fault.status(503));
    for (int i = 0; i < 40; i++) {
      assertThat(ask("failing", 1).getFirst().join().statusCode()).isEqualTo(503);
    }
    assertThat(SERVER.sandbox().journal().count(Endpoint.INFINITY_TOKEN))
        .as("calls to the failing one, left alone by now")
        .isLessThan(40);

    for (int i = 0; i < 10; i++) {
      assertThat(healthy().statusCode()).isEqualTo(200);
    }
    assertThat(SERVER.sandbox().journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(10);
  }

  private static HttpResponse<String> healthy() throws Exception {
    return SERVER.http().postToken(user());
  }

  private static List<CompletableFuture<HttpResponse<String>>> ask(String name, int requests) {
    return IntStream.range(0, requests)
        .mapToObj(_ ->
            SERVER
                .http()
                .sendAsync(
                    SERVER
                        .http()
                        .tokenRequest(user())
                        .uri(SERVER.http().uri("/integrations/" + name + "/token"))))
        .toList();
  }

  /** Another user each time: equal requests would share a call. */
  private static String user() {
    return "{\"userId\":\"cust0mer-%d\"}".formatted(System.nanoTime());
  }
}
