package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.answer;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.failure;
import static io.axptoken.server.transport.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VertxTransportTest {
  private Vertx vertx;
  private Transport transport;

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx();
    transport = new VertxTransport(vertx, null);
  }

  @AfterEach
  void tearDown() {
    transport.close();
    done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @Test
  void aCallFromAnEventLoopIsAnsweredOnIt() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      for (int i = 0; i < 4; i++) {
        var asked = new CompletableFuture<Thread>();
        var answered = new CompletableFuture<Thread>();
        // A thread that is new to Vert.x is given another event loop.
        Thread.ofVirtual()
            .start(() ->
                vertx.runOnContext(_ -> {
                  asked.complete(Thread.currentThread());
                  CompletionStage<?> answer = transport.send(request(server.uri("/")));
                  answer.thenRun(() -> answered.complete(Thread.currentThread()));
                }));
        assertThat(done(answered)).isSameAs(done(asked));
        assertThat(done(asked).getName()).startsWith("vert.x-eventloop-thread-");
      }
    }
  }

  @Test
  void tenThousandCallsInARowUseAFewConnectionsInTurn() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      var last = new CompletableFuture<Integer>();
      vertx.runOnContext(_ -> callAgain(server.uri("/"), 10_000, last));
      assertThat(done(last)).isEqualTo(200);
      assertThat(server.requests()).hasSize(10_000);
      // Each call is made before the connection of the one before it is back in the pool.
      assertThat(server.connections()).isBetween(1, 3);
    }
  }

  private void callAgain(URI uri, int left, CompletableFuture<Integer> last) {
    var _ =
        transport
            .send(request(uri))
            .whenComplete((answer, failure) -> {
              if (failure != null) {
                last.completeExceptionally(failure);
              } else if (left == 1) {
                last.complete(answer.status());
              } else {
                callAgain(uri, left - 1, last);
              }
            });
  }

  @Test
  void manyCallsAtOnceShareAStableNumberOfConnections() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      for (int round = 0; round < 5; round++) {
        var calls =
            IntStream.range(0, 400)
                .mapToObj(_ -> transport.send(request(server.uri("/"))).toCompletableFuture())
                .toList();
        calls.forEach(call -> assertThat(done(call).status()).isEqualTo(200));
      }
      assertThat(server.requests()).hasSize(2000);
    }
  }

  @Test
  void aConnectionClosedWhileIdleCostsNoError() throws Exception {
    try (var server = RawServer.start(Script.answerThenClose(200, "{}"))) {
      for (int i = 1; i <= 50; i++) {
        assertThat(answer(transport, server.uri("/")).status()).isEqualTo(200);
        server.awaitConnections(i);
        server.awaitOpenConnections(0);
      }
      assertThat(server.requests()).hasSize(50);
    }
  }

  @Test
  void aRequestThatNeverWentOutIsWrittenOnceMore() {
    var reset = new CountDownLatch(1);
    var isReset = new CountDownLatch(1);
    Script resetsWhenIdle =
        peer -> {
          peer.request();
          peer.send(Conversation.answer(200, "{}"));
          await(reset);
          peer.reset();
          isReset.countDown();
        };
    try (var server = RawServer.start(resetsWhenIdle, Script.answer(201, "{}"))) {
      var statuses = new CompletableFuture<Integer>();
      vertx.runOnContext(_ ->
          transport
              .send(request(server.uri("/")))
              .thenCompose(_ -> {
                reset.countDown();
                await(isReset); // The loop must not hear of the reset before it writes.
                return transport.send(request(server.uri("/")));
              })
              .whenComplete((answer, failure) -> complete(statuses, answer, failure)));
      assertThat(done(statuses)).isEqualTo(201);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aRequestThatWentOutIsNeverRepeated() {
    try (var server = RawServer.start(Script.hangUp(), Script.answer(200, "{}"))) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void callsThatTimeOutLeaveNoConnectionBehind() throws Exception {
    for (Script script :
        new Script[] {Script.stall(), Script.stallAfterHeaders(), Script.stallMidBody()}) {
      try (var server = RawServer.start(script)) {
        for (int i = 1; i <= 3; i++) {
          var request = request(server.uri("/"), Duration.ofMillis(300));
          assertThat(failure(transport, request)).isEqualTo(Reason.TIMED_OUT);
          server.awaitConnections(i);
          server.awaitOpenConnections(0);
        }
      }
    }
  }

  @Test
  void anAnswerThatDripsTimesOutAllTheSame() throws Exception {
    Script drips =
        peer -> {
          peer.request();
          peer.send(Conversation.head(200, 60_000));
          for (int i = 0; i < 60_000; i++) {
            peer.send("x");
            await(new CountDownLatch(1), 20);
          }
        };
    try (var server = RawServer.start(drips)) {
      var request = request(server.uri("/"), Duration.ofMillis(400));
      assertThat(failure(transport, request)).isEqualTo(Reason.TIMED_OUT);
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void waitingForAConnectionCountsToo() throws Exception {
    Vertx oneLoop = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try (var server = RawServer.start(Script.stall());
        var ofOneLoop = new VertxTransport(oneLoop, null)) {
      var calls =
          IntStream.range(0, 300)
              .mapToObj(_ -> request(server.uri("/"), Duration.ofMillis(1500)))
              .map(request -> ofOneLoop.send(request).toCompletableFuture())
              .toList();
      for (var call : calls) {
        assertThat(call.handle((_, failure) -> failure.getMessage()).join()).contains("TIMED_OUT");
      }
    } finally {
      done(oneLoop.close().toCompletionStage().toCompletableFuture());
    }
  }

  @Test
  void aBodyBeyondTheCapBreaksTheConnection() throws Exception {
    for (Script script : new Script[] {Script.endlessBody(), Script.hugeBody(65 * 1024)}) {
      try (var server = RawServer.start(script)) {
        assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.TOO_LARGE);
        server.awaitOpenConnections(0);
      }
    }
    try (var server = RawServer.start(Script.hugeBody(Transport.MAX_BODY_BYTES))) {
      assertThat(answer(transport, server.uri("/")).body()).hasSize(Transport.MAX_BODY_BYTES);
    }
  }

  @Test
  void closingBreaksWhatIsUnderWayAndRefusesTheRest() throws Exception {
    try (var server = RawServer.start(Script.stall())) {
      var call = transport.send(request(server.uri("/"))).toCompletableFuture();
      server.awaitConnections(1);
      transport.close();
      assertThat(call.handle((_, failure) -> failure.getMessage()).join()).contains("CLOSED");
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.CLOSED);
      server.awaitOpenConnections(0);
    }
  }

  private static void complete(
      CompletableFuture<Integer> statuses,
      @Nullable TransportAnswer answer,
      @Nullable Throwable failure) {
    if (answer == null) {
      statuses.completeExceptionally(Objects.requireNonNull(failure));
    } else {
      statuses.complete(answer.status());
    }
  }

  private static void await(CountDownLatch latch) {
    await(latch, 10_000);
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      boolean _ = latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
