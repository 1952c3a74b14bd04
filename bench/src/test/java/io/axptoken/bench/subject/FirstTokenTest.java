package io.axptoken.bench.subject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.axptoken.bench.host.Child;
import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.TokenRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstTokenTest {
  private final AtomicInteger requests = new AtomicInteger();

  @Test
  void answersThatAreNotATokenAreNotTheFirstToken() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::answer);
    server.start();
    try (Workspace workspace = Workspace.create();
        HttpClient client = HttpClient.newHttpClient()) {
      Child child = workspace.start("server", List.of("sleep", "600"));
      new FirstToken(client)
          .await(
              Subject.loopback(false, server.getAddress().getPort(), "/token"),
              TokenRequests.claimed(1),
              child);
      assertThat(requests).hasValue(3);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatEndsIsQuotedInsteadOfWaitedFor() throws Exception {
    int port = FreePort.find();
    try (Workspace workspace = Workspace.create();
        HttpClient client = HttpClient.newHttpClient()) {
      Child child = workspace.start("server", List.of("sh", "-c", "echo unknown key; exit 2"));
      FirstToken firstToken = new FirstToken(client);
      assertThatThrownBy(() ->
              firstToken.await(
                  Subject.loopback(false, port, "/token"), TokenRequests.claimed(1), child))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("server ended before it gave a token:\nunknown key");
    }
  }

  /** 503 first, then something else, then a token. */
  private void answer(HttpExchange exchange) throws IOException {
    int count = requests.incrementAndGet();
    byte[] body = (count < 3 ? "{}" : "{\"jwtToken\":\"t\"}").getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(count == 1 ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
