package io.axptoken.server.transport;

import io.axptoken.client.contract.ResilienceContract;
import io.axptoken.client.transport.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class VertxResilienceTest extends ResilienceContract {
  private static Vertx vertx;

  @BeforeAll
  static void startVertx() {
    vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)); // With one pool of connections.
  }

  @AfterAll
  static void stopVertx() {
    Calls.done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @Override
  protected Transport newTransport() {
    return new VertxTransport(vertx, null);
  }
}
