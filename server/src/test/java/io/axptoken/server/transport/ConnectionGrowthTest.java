package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.await;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many connections an event loop opens for many calls at once. */
class ConnectionGrowthTest {
  private static final String OK = Conversation.answer(200, "{}");

  private Vertx vertx;

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  }

  @AfterEach
  void tearDown() {
    done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @Test
  void noMoreConnectionsAreOpenedThanAllowed() throws Exception {
    var allAreOpen = new CountDownLatch(1);
    Script waits =
        peer -> {
          await(allAreOpen);
          answerAll(peer);
        };
    try (var server = RawServer.start(waits);
        var transport = withConnections(3)) {
      var calls = IntStream.range(0, 100).mapToObj(i -> call(transport, server, i)).toList();
      server.awaitConnections(3);
      allAreOpen.countDown();
      assertThat(calls).allSatisfy(call -> assertThat(done(call).status()).isEqualTo(200));
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void aBurstIsWorkedOffByAFewConnectionsAndNotByOneForEachCall() {
    try (var server = RawServer.start(Script.answer(200, "{}"));
        var transport = withConnections(256)) {
      var calls = IntStream.range(0, 200).mapToObj(i -> call(transport, server, i)).toList();
      assertThat(calls).allSatisfy(call -> assertThat(done(call).status()).isEqualTo(200));
      assertThat(server.connections()).isLessThan(20);
    }
  }

  @Test
  void callsThatTakeLongGetAsManyConnectionsAsTheyNeed() throws Exception {
    var over = new CountDownLatch(1);
    Script slow =
        peer -> {
          peer.request();
          await(over);
          peer.send(OK);
          answerAll(peer);
        };
    try (var server = RawServer.start(slow);
        var transport = withConnections(256)) {
      var calls = IntStream.range(0, 60).mapToObj(i -> call(transport, server, i)).toList();
      server.awaitConnections(60);
      over.countDown();
      assertThat(calls).allSatisfy(call -> assertThat(done(call).status()).isEqualTo(200));
    }
  }

  private VertxTransport withConnections(int most) {
    return new VertxTransport(vertx, null, null, most);
  }

  private static CompletableFuture<TransportAnswer> call(
      Transport transport, RawServer server, int number) {
    return transport.send(request(server.uri("/" + number))).toCompletableFuture();
  }

  private static void answerAll(Conversation peer) throws IOException {
    while (true) {
      peer.request();
      peer.send(OK);
    }
  }
}
