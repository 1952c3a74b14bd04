package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.answer;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.failure;
import static io.axptoken.server.transport.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFaultsTest {
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
  void anUnknownHostIsCalledSo() {
    URI uri = URI.create("http://no-such-host.invalid/");
    assertThat(failure(transport, request(uri))).isEqualTo(Reason.UNKNOWN_HOST);
  }

  @Test
  void aUriWithoutAHostIsAnUnknownHost() {
    URI uri = URI.create("http://no_such_name:80/");
    assertThat(failure(transport, request(uri))).isEqualTo(Reason.UNKNOWN_HOST);
  }

  @Test
  void aHeaderThatCannotBeSentFailsWithoutHarmToTheConnection() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      var headers = Map.of("authorization", "s3cr3t\r\nx-smuggled: 1");
      var request =
          new TransportRequest(server.uri("/"), headers, new byte[0], Duration.ofSeconds(5));
      assertThat(failure(transport, request)).isEqualTo(Reason.BROKEN);
      assertThat(server.requests()).isEmpty();
      assertThat(answer(transport, server.uri("/")).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aRefusedConnectionIsCalledSo() {
    try (var refused = RawServer.refusing()) {
      assertThat(failure(transport, request(refused.uri("/")))).isEqualTo(Reason.CONNECT_FAILED);
    }
  }

  @Test
  void aConnectionThatIsNotMadeInTwoSecondsIsGivenUp() {
    try (var deaf = RawServer.deaf()) {
      assertThat(failure(transport, request(deaf.uri("/")))).isEqualTo(Reason.CONNECT_FAILED);
      var hasty = request(deaf.uri("/"), Duration.ofMillis(300));
      assertThat(failure(transport, hasty)).isEqualTo(Reason.TIMED_OUT);
    }
  }

  static Stream<Named<Script>> broken() {
    return Stream.of(
        Named.of("reset", Script.reset()),
        Named.of("reset in the body", Script.resetMidBody()),
        Named.of("closed without a word", Script.hangUp()),
        Named.of("truncated", Script.truncate()),
        Named.of("no HTTP", Script.junk()),
        Named.of("no number as length", Script.wrongLength()),
        Named.of(
            "no number as length of no body",
            Script.sendThenClose("HTTP/1.1 204 None\r\ncontent-length: many\r\n\r\n")),
        Named.of(
            "two lengths",
            Script.sendThenClose(
                "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}x")),
        Named.of("no number as status", Script.sendThenClose("HTTP/1.1 abc OK\r\n\r\n")),
        Named.of("half a status line", Script.sendThenClose("HTTP/1.")),
        Named.of(
            "bad chunk",
            Script.sendThenClose("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n")));
  }

  static Stream<String> endlessHeads() {
    return Stream.of(
        "HTTP/1.1 200 " + "y".repeat(100_000), "HTTP/1.1 200 OK\r\nx: " + "y".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("endlessHeads")
  void aHeadThatIsTooLargeIsCalledSo(String head) throws Exception {
    try (var server = RawServer.start(Script.sendThenClose(head + "\r\n\r\n"))) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.HEAD_TOO_LARGE);
      server.awaitOpenConnections(0);
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenAnswerIsCalledSo(Script script) throws Exception {
    try (var server = RawServer.start(script)) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
      server.awaitOpenConnections(0);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aBrokenConnectionIsNotUsedAgain() {
    try (var server = RawServer.start(Script.truncate(), Script.answer(200, "{}"))) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
      assertThat(answer(transport, server.uri("/")).status()).isEqualTo(200);
    }
  }

  @Test
  void aRedirectIsAnAnswerLikeAnyOther() {
    String redirect =
        "HTTP/1.1 307 Elsewhere\r\nlocation: http://localhost:1/\r\ncontent-length: 0\r\n\r\n";
    try (var server = RawServer.start(Script.stallAfter(redirect))) {
      assertThat(answer(transport, server.uri("/")).status()).isEqualTo(307);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anInterimAnswerIsPassedOver() {
    String answer = "HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" + Conversation.answer(200, "");
    try (var server = RawServer.start(Script.stallAfter(answer))) {
      assertThat(answer(transport, server.uri("/")).status()).isEqualTo(200);
    }
  }

  @Test
  void plainHttpWhereTlsIsSpokenIsBroken() {
    try (var server =
        RawServer.start(Script.sendThenClose("\u0015\u0003\u0003\u0000\u0002\u0002("))) {
      assertThat(failure(transport, request(server.uri("/")))).isEqualTo(Reason.BROKEN);
    }
  }
}
