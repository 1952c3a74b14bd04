package io.axptoken.server.transport;

import io.axptoken.client.contract.FaultMatrixContract;
import io.axptoken.client.transport.Transport;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class VertxFaultMatrixTest extends FaultMatrixContract {
  private static Vertx vertx;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
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
