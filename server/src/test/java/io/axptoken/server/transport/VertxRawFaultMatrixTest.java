package io.axptoken.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.RawFaultMatrixContract;
import io.axptoken.client.transport.Transport;
import io.axptoken.service.tls.TrustAnchors;
import io.axptoken.testing.CapturedLogs;
import io.netty.util.ResourceLeakDetector;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Every buffer that is made here is watched, and none may be forgotten. */
@Tag("slow")
class VertxRawFaultMatrixTest extends RawFaultMatrixContract {
  private static Vertx vertx;
  private static ResourceLeakDetector.Level usual;

  @BeforeAll
  static void startVertx() {
    usual = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  }

  /** The one line that the server writes of a failure is to be the only one. */
  @AfterEach
  void nobodyElseHasWrittenOfIt(CapturedLogs logs) {
    assertThat(logs.text()).doesNotContain("Exception");
  }

  @AfterAll
  static void stopVertx() {
    Calls.done(vertx.close().toCompletionStage().toCompletableFuture());
    try {
      assertThat(BufferLeaks.found()).isEmpty();
    } finally {
      ResourceLeakDetector.setLevel(usual);
    }
  }

  @Override
  protected Transport newTransport(Path trusted) {
    return new VertxTransport(vertx, TrustAnchors.load(trusted));
  }
}
