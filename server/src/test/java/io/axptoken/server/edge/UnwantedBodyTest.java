package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A body that comes with a request that has none is not read while the platform is asked. */
class UnwantedBodyTest {
  private static final String GUESTS =
      "identity: { modes: [guest], guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] } }";
  private static final String CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

  /** More than all buffers on the way hold. */
  private static final int MANY = 1024;

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s -> s.trustedProxies("127.0.0.1").identity(GUESTS));

  @Test
  void aStreamOfChunksIsNotTaken() throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.hang());
    try (RawClient client = SERVER.http().connect()) {
      client.send(RawClient.head("GET /token HTTP/1.1", "Host: x", "Transfer-Encoding: chunked"));
      SERVER.sandbox().journal().awaitCalls(Endpoint.END_USER_TOKEN, 1, Duration.ofSeconds(10));

      assertThat(bytesTaken(client)).isLessThan((long) MANY * CHUNK.length());
    }
  }

  /** How much goes out until the server answers and closes. */
  private static long bytesTaken(RawClient client) {
    long bytes = 0;
    try {
      for (int i = 0; i < MANY; i++) {
        client.send(CHUNK);
        bytes += CHUNK.length();
      }
    } catch (IOException closed) {
      return bytes;
    }
    return bytes;
  }

  @Test
  void aSmallBodyDoesNoHarm() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String get = "GET /token HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(get).answer()).startsWith("HTTP/1.1 200 ");
      }
    }
  }
}
