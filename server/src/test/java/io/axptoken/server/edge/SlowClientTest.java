package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that send a byte now and then do not hold a connection for ever. */
@Timeout(60)
@Tag("slow")
class SlowClientTest {
  private static final String SLOW_BODY =
      "POST /token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  /** What the server says to who begins so and goes on byte by byte. */
  private static String trickle(String start, String rest) {
    try (RawClient client = SERVER.http().connect()) {
      return client.send(start).trickle(rest);
    } catch (IOException broken) {
      return "";
    }
  }

  @Test
  void aHeadAndABodyHaveTheirTime() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var head =
          CompletableFuture.supplyAsync(() -> trickle("GET /config HTTP/1.1\r\nX: ", "x"), threads);
      var body =
          CompletableFuture.supplyAsync(
              () -> trickle(SLOW_BODY + "Content-Length: 9999\r\n\r\n", " "), threads);
      var chunks =
          CompletableFuture.supplyAsync(
              () -> trickle(SLOW_BODY + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
              threads);

      assertThat(head.join()).isEmpty();
      ProblemAnswer.ofRaw(body.join(), 408, "request-timeout");
      ProblemAnswer.ofRaw(chunks.join(), 408, "request-timeout");
    }
    SERVER.assertNothingMinted();
  }
}
