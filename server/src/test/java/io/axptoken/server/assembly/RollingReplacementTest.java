package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.Nginx;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TokenLoad;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers behind nginx are replaced one after the other while tokens are asked for. */
@Tag("slow")
class RollingReplacementTest {
  private static AxpSandbox sandbox;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    ConfiguredServer.awaitKeyOf(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static TestServer server(int port, int graceSeconds) {
    Duration grace = Duration.ofSeconds(graceSeconds);
    return TestServer.start(sandbox, s -> s.port(port).shutdown(grace, Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void noRequestIsLost(int graceSeconds) throws Exception {
    int[] ports = {freePort(), freePort()};
    TestServer[] servers = {server(ports[0], graceSeconds), server(ports[1], graceSeconds)};
    try (Nginx nginx = Nginx.start(folder, freePort(), ports[0], ports[1]);
        HttpClient http = HttpClient.newHttpClient();
        TokenLoad load = TokenLoad.begin(http, nginx.uri("/token"), 8)) {
      for (int round = 0; round < 4; round++) {
        load.awaitMore(50);
        int replaced = round % 2;
        assertThat(
                servers[replaced]
                    .lifecycle()
                    .stop()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS))
            .as("an orderly stop")
            .isTrue();
        load.awaitMore(20);
        servers[replaced].close();
        servers[replaced] = server(ports[replaced], graceSeconds);
        assertThat(servers[replaced].probe("/health/ready").statusCode()).isEqualTo(200);
      }
      load.awaitMore(50);
      load.endWithoutFailure();
    } finally {
      servers[0].close();
      servers[1].close();
    }
  }
}
