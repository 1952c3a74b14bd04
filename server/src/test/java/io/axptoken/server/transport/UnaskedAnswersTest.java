package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.answer;
import static io.axptoken.server.transport.Calls.await;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.failure;
import static io.axptoken.server.transport.Calls.request;
import static io.axptoken.server.transport.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.netty.util.ResourceLeakDetector;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that sends more than it was asked for: none of it may become the answer to a later call.
 * Every buffer that is made here is watched.
 */
class UnaskedAnswersTest {
  private static final String FIRST = Conversation.answer(200, "first");
  private static final String STRAY = Conversation.answer(200, "stray");

  private static ResourceLeakDetector.Level usual;

  private Vertx vertx;
  private Transport transport;

  @BeforeAll
  static void watchBuffers() {
    usual = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
  }

  @AfterAll
  static void noneWasForgotten() {
    try {
      assertThat(BufferLeaks.found()).isEmpty();
    } finally {
      ResourceLeakDetector.setLevel(usual);
    }
  }

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    transport = new VertxTransport(vertx, null, null, 1);
  }

  @AfterEach
  void tearDown() {
    transport.close();
    done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nstray", "HTT", "stray"})
  void whatFollowsAnAnswerEndsTheConnection(String stray) throws Exception {
    Script twice = Script.stallAfter(FIRST + stray);
    try (var server = RawServer.start(twice, Script.answer(201, "second"))) {
      var first = transport.send(request(server.uri("/"))).toCompletableFuture();
      var second = transport.send(request(server.uri("/"))).toCompletableFuture();

      assertThat(text(done(first))).isEqualTo("200 first");
      assertThat(text(done(second))).isEqualTo("201 second");
      assertThat(server.requests()).hasSize(2);
      server.awaitOpenConnections(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 408 Too late\r\ncontent-length: 0\r\n\r\n", "H", "\r\n"})
  void whatComesWhileNothingIsAskedEndsTheConnection(String stray) throws Exception {
    var idle = new CountDownLatch(1);
    Script talkative =
        peer -> {
          peer.request();
          peer.send(FIRST);
          await(idle);
          peer.send(stray);
          peer.stall();
        };
    try (var server = RawServer.start(talkative, Script.answer(201, "second"))) {
      assertThat(text(answer(transport, server.uri("/")))).isEqualTo("200 first");
      idle.countDown();
      server.awaitOpenConnections(0);
      assertThat(text(answer(transport, server.uri("/")))).isEqualTo("201 second");
    }
  }

  /**
   * The loop finds two things to read at once: the first makes it call the platform, the second is
   * a stray answer on the very connection that this call has been given.
   */
  @Test
  void anAnswerThatIsThereBeforeTheRequestWentOutIsNotItsAnswer() throws Exception {
    var blocked = new CountDownLatch(1);
    var cued = new CountDownLatch(1);
    var strayed = new CountDownLatch(1);
    Script cue =
        peer -> {
          peer.request();
          await(blocked);
          peer.send(FIRST);
          cued.countDown();
          peer.stall();
        };
    Script strays =
        peer -> {
          peer.request();
          peer.send(FIRST);
          await(cued);
          peer.send(STRAY);
          strayed.countDown();
          peer.request(); // There must be none.
        };
    try (var other = RawServer.start(cue);
        var server = RawServer.start(strays, Script.answer(201, "second"))) {
      assertThat(text(answer(transport, server.uri("/")))).isEqualTo("200 first");
      CompletableFuture<TransportAnswer> second =
          transport
              .send(request(other.uri("/")))
              .thenCompose(_ -> transport.send(request(server.uri("/"))))
              .toCompletableFuture();
      other.awaitRequests(1);
      vertx.runOnContext(_ -> {
        blocked.countDown();
        awaitQuietly(strayed);
      });

      assertThat(text(done(second))).isEqualTo("201 second");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aFloodOfInterimAnswersIsNoAnswer() throws Exception {
    Script flood =
        peer -> {
          peer.request();
          while (true) {
            peer.send("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n");
          }
        };
    try (var server = RawServer.start(flood)) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
      server.awaitOpenConnections(0);
    }
  }

  /** A gateway refuses what it has only begun to read; nobody is to send it that again. */
  @Test
  void anAnswerToTheBeginningOfALargeRequestIsItsAnswer() throws Exception {
    Script impatient =
        peer -> {
          peer.send("HTTP/1.1 413 Too large\r\ncontent-length: 0\r\n\r\n");
          peer.stall();
        };
    try (var server = RawServer.start(impatient)) {
      var large =
          new TransportRequest(
              server.uri("/"), Map.of(), new byte[12_000_000], Duration.ofSeconds(9));
      assertThat(done(transport.send(large).toCompletableFuture()).status()).isEqualTo(413);
      assertThat(server.connections()).isEqualTo(1);
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void aProtocolThatNobodyAskedForIsNotSpoken() throws Exception {
    String elsewhere =
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\nxx";
    try (var server = RawServer.start(Script.stallAfter(elsewhere))) {
      assertThat(text(answer(transport, server.uri("/")))).isEqualTo("101 ");
      server.awaitOpenConnections(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.0 200 OK", "HTTP/0.9 200 OK", "ICY 200 OK"})
  void anAnswerOfAnotherProtocolIsNone(String line) throws Exception {
    try (var server = RawServer.start(Script.stallAfter(line + "\r\ncontent-length: 0\r\n\r\n"))) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void lengthAndChunksTogetherAreNoAnswer() throws Exception {
    String both =
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n";
    try (var server = RawServer.start(Script.stallAfter(both))) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
      server.awaitOpenConnections(0);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      await(latch);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
