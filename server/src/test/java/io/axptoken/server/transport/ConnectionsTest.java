package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.answer;
import static io.axptoken.server.transport.Calls.await;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.request;
import static io.axptoken.server.transport.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many connections one event loop opens, who gets them, and how long they are kept. */
class ConnectionsTest {
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
  void whoCameFirstIsServedFirst() {
    try (var server = RawServer.start(Script.answer(200, "{}"));
        var transport = withConnections(1)) {
      var calls = IntStream.range(0, 20).mapToObj(i -> call(transport, server, i)).toList();
      calls.forEach(Calls::done);
      assertThat(server.requests())
          .extracting(request -> request.split(" ", 3)[1])
          .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "/" + i).toList());
    }
  }

  @Test
  void aCallWhoseTimeIsOverLeavesTheRow() {
    var over = new CountDownLatch(1);
    Script slow =
        peer -> {
          peer.request();
          await(over);
          peer.send(OK);
          answerAll(peer);
        };
    try (var server = RawServer.start(slow);
        var transport = withConnections(1)) {
      var first = call(transport, server, 1);
      var hasty = transport.send(request(server.uri("/2"), Duration.ofMillis(200)));
      var patient = call(transport, server, 3);

      assertThat(reason(hasty.toCompletableFuture())).isEqualTo(Reason.TIMED_OUT);
      over.countDown();

      assertThat(done(first).status()).isEqualTo(200);
      assertThat(done(patient).status()).isEqualTo(200);
      assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("/2 "));
    }
  }

  @Test
  void theSoonestDeadlineComesFirstWhicheverCallItIsOf() {
    try (var server = RawServer.start(Script.stall());
        var transport = withConnections(1)) {
      long begin = System.nanoTime();
      var ends =
          IntStream.of(700, 300, 500, 100)
              .mapToObj(Duration::ofMillis)
              .map(timeout -> ended(transport, server, timeout))
              .toList();
      List<Long> millis =
          ends.stream().map(end -> Duration.ofNanos(done(end) - begin).toMillis()).toList();
      assertThat(millis.get(0)).isBetween(700L, 5_000L);
      assertThat(millis.get(1)).isBetween(300L, millis.get(2));
      assertThat(millis.get(2)).isBetween(500L, millis.get(0));
      assertThat(millis.get(3)).isBetween(100L, millis.get(1));
    }
  }

  private static CompletableFuture<Long> ended(
      Transport transport, RawServer server, Duration timeout) {
    return transport
        .send(request(server.uri("/"), timeout))
        .handle((_, _) -> System.nanoTime())
        .toCompletableFuture();
  }

  @Test
  void callsToSeveralUrisOfAHostShareItsConnections() {
    try (var server = RawServer.start(Script.answer(200, "{}"));
        var transport = withConnections(8)) {
      for (int i = 0; i < 10; i++) {
        assertThat(answer(transport, server.uri("/" + i)).status()).isEqualTo(200);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void whoWaitsIsServedWhenTheConnectionsBreak() {
    try (var server = RawServer.start(Script.hangUp(), Script.answer(200, "{}"));
        var transport = withConnections(1)) {
      var first = call(transport, server, 1);
      var second = call(transport, server, 2);
      assertThat(reason(first)).isEqualTo(Reason.BROKEN);
      assertThat(done(second).status()).isEqualTo(200);
    }
  }

  @Test
  void closingFailsThoseWhoWaitToo() throws Exception {
    Transport transport = withConnections(1);
    try (var server = RawServer.start(Script.stall())) {
      var calls = IntStream.range(0, 3).mapToObj(i -> call(transport, server, i)).toList();
      server.awaitConnections(1);
      transport.close();
      assertThat(calls).allSatisfy(call -> assertThat(reason(call)).isEqualTo(Reason.CLOSED));
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void nobodyWaitsForTheConnectionOfWhoHasGivenUp() throws Exception {
    try (var server = RawServer.start(Script.stall());
        var transport = withConnections(8)) {
      // No handshake of TLS ever ends there.
      URI uri = URI.create("https://localhost:" + server.uri("/").getPort() + "/");
      assertThat(reason(hasty(transport, uri))).isEqualTo(Reason.TIMED_OUT);
      server.awaitConnections(1);
      assertThat(reason(hasty(transport, uri))).isEqualTo(Reason.TIMED_OUT);
      server.awaitConnections(2);
    }
  }

  private static CompletableFuture<TransportAnswer> hasty(Transport transport, URI uri) {
    return transport.send(request(uri, Duration.ofMillis(300))).toCompletableFuture();
  }

  @Test
  void allWhoWaitHearThatThereWillBeNoConnection() {
    try (var server = RawServer.start(Script.stall());
        var transport = withConnections(1)) {
      var calls = IntStream.range(0, 5_000).mapToObj(i -> call(transport, server, i)).toList();
      done(vertx.close().toCompletionStage().toCompletableFuture());
      assertThat(calls).allSatisfy(call -> assertThat(reason(call)).isNotNull());
    }
  }

  @Test
  void aHeaderWithoutAValueEndsTheCall() {
    try (var server = RawServer.start(Script.stall());
        var transport = withConnections(1)) {
      var headers = new HashMap<String, String>();
      headers.put("x-none", null);
      var faulty =
          new TransportRequest(server.uri("/"), headers, new byte[0], Duration.ofSeconds(9));
      assertThat(reason(transport.send(faulty).toCompletableFuture())).isEqualTo(Reason.BROKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 204 None\r\ncontent-length: 5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nConnection: x, Close\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nkeep-alive: timeout=0\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}"
      })
  void aConnectionThatIsNotToBeKeptIsClosed(String last) throws Exception {
    try (var server = RawServer.start(Script.stallAfter(last), Script.answer(201, "{}"));
        var transport = withConnections(1)) {
      assertThat(text(answer(transport, server.uri("/")))).isIn("200 {}", "204 ");
      server.awaitOpenConnections(0);
      assertThat(answer(transport, server.uri("/")).status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nkeep-alive: timeout=60, max=100\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 204 None\r\n\r\n",
        "HTTP/1.1 304 Same\r\ncontent-length: 100\r\n\r\n",
        "HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nx-sum: 1\r\n\r\n"
      })
  void aConnectionThatMayBeKeptIsUsedAgain(String usual) {
    Script repeats =
        peer -> {
          while (true) {
            peer.request();
            peer.send(usual);
          }
        };
    try (var server = RawServer.start(repeats);
        var transport = withConnections(1)) {
      for (int i = 0; i < 3; i++) {
        assertThat(answer(transport, server.uri("/")).status()).isIn(200, 204, 304);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void anIdleConnectionIsKeptNoLongerThanItsServerSays() throws Exception {
    String hasty = "HTTP/1.1 200 OK\r\nkeep-alive: timeout=1\r\ncontent-length: 2\r\n\r\n{}";
    try (var server = RawServer.start(Script.stallAfter(hasty));
        var transport = withConnections(1)) {
      answer(transport, server.uri("/"));
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void aCallFromAWorkerIsAnsweredToo() {
    try (var server = RawServer.start(Script.answer(200, "{}"));
        var transport = withConnections(1)) {
      var status = new CompletableFuture<Integer>();
      vertx
          .executeBlocking(() -> answer(transport, server.uri("/")).status())
          .onComplete(status::complete, status::completeExceptionally);
      assertThat(done(status)).isEqualTo(200);
    }
  }

  private VertxTransport withConnections(int most) {
    return new VertxTransport(vertx, null, null, most);
  }

  private static CompletableFuture<TransportAnswer> call(
      Transport transport, RawServer server, int number) {
    URI uri = server.uri("/" + number);
    return transport.send(request(uri)).toCompletableFuture();
  }

  private static Reason reason(CompletableFuture<?> call) {
    return done(
        call.handle((answer, failure) -> {
          if (failure instanceof TransportException known) {
            return known.reason();
          }
          throw new AssertionError("Not a failure of the transport: " + answer, failure);
        }));
  }

  private static void answerAll(Conversation peer) throws IOException {
    while (true) {
      peer.request();
      peer.send(OK);
    }
  }
}
