package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One address may have a thousand connections, unless it is a trusted proxy's. */
@Timeout(60)
class ConnectionLimitTest {
  private static final int LIMIT = 1_000;
  private static final String REQUEST = RawClient.head("GET /config HTTP/1.1", "Host: x");

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static List<RawClient> connections(TestServer server) throws IOException {
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      RawClient client = server.connect();
      clients.add(client);
      assertThat(client.send(REQUEST).answer()).startsWith("HTTP/1.1 200 ");
    }
    return clients;
  }

  private static boolean isServed(TestServer server) {
    try (RawClient client = server.connect()) {
      return client.send(REQUEST).answer().startsWith("HTTP/1.1 200 ");
    } catch (IOException _) {
      return false; // Reset: closed with our request unread.
    }
  }

  private static void close(List<RawClient> clients) throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void oneMoreIsClosedUntilAnotherEnds() throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      List<RawClient> clients = connections(server);
      try {
        assertThat(isServed(server)).isFalse();
        assertThat(clients.getFirst().send(REQUEST).answer()).startsWith("HTTP/1.1 200 ");

        clients.getLast().close();
        boolean served = isServed(server);
        while (!served) { // The server learns of the end in its own time.
          served = isServed(server);
        }
      } finally {
        close(clients);
      }
    }
  }

  @Test
  void aTrustedProxyMayHaveMore() throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), s -> s.trustedProxies("127.0.0.1"))) {
      List<RawClient> clients = connections(server);
      try {
        assertThat(isServed(server)).isTrue();
      } finally {
        close(clients);
      }
    }
  }
}
