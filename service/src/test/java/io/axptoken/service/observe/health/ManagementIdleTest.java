package io.axptoken.service.observe.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManagementIdleTest {
  @Test
  void aConnectionOnWhichNothingHappensIsClosed() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      ManagementServer management =
          await(
              ManagementServer.listen(
                  vertx, "127.0.0.1", 0, new Health(), Map.of(), Duration.ofMillis(100)));
      try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), management.port())) {
        idle.setSoTimeout(20_000);
        assertThat(idle.getInputStream().read()).isEqualTo(-1);
      }
    } finally {
      await(vertx.close());
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
