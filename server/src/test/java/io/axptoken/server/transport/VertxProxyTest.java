package io.axptoken.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.ProxyContract;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.service.tls.TrustAnchors;
import io.axptoken.testing.Pem;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class VertxProxyTest extends ProxyContract {
  private static Vertx vertx;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  }

  @AfterAll
  static void stopVertx() {
    Calls.done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @Override
  protected Transport newTransport(Path trusted, HttpProxy proxy) {
    return new VertxTransport(vertx, TrustAnchors.load(trusted), proxy);
  }

  @Test
  void aProxyThatHangsIsNotWaitedForToTheEnd(@TempDir Path folder) throws Exception {
    Path trusted = Pem.in(folder).authority("Test authority").certificate();
    try (RawServer proxy = RawServer.start(Script.stall());
        Transport transport = newTransport(trusted, new HttpProxy("127.0.0.1", proxy.port()))) {
      URI uri = URI.create("https://localhost:1/");
      assertThat(Calls.failure(transport, Calls.request(uri, Duration.ofSeconds(20))))
          .isEqualTo(Reason.PROXY_TIMED_OUT);
      proxy.awaitOpenConnections(0);
    }
  }
}
