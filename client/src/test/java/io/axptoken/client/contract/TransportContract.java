package io.axptoken.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Transport} must do with good and with hostile servers. */
public abstract class TransportContract extends TransportFaults {
  /** For the suites of the transports to extend. */
  protected TransportContract() {}

  @Test
  void theRequestArrivesAsItIs() {
    try (RawServer server = RawServer.start(Script.answer(200, OK))) {
      TransportRequest request =
          new TransportRequest(
              server.uri("/some/path"),
              Map.of("appkey", "some-key", "content-type", "application/json"),
              "{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8),
              LONG);

      Outcome.of(transport().send(request));

      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("POST /some/path HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nappkey: some-key\r\n")
          .containsIgnoringCase("\r\ncontent-type: application/json\r\n")
          .containsIgnoringCase("\r\nhost: localhost:" + server.port() + "\r\n")
          .containsIgnoringCase("\r\ncontent-length: 15\r\n")
          .doesNotContainIgnoringCase("\r\nupgrade:")
          .endsWith("\r\n\r\n{\"name\":\"Zoë\"}");
    }
  }

  @Test
  void theAnswerArrivesAsItIs() {
    String answer =
        "HTTP/1.1 418 Odd\r\nAV-Log-Id: 17\r\nContent-Length: 4\r\n\r\n\u0000\u007f\r\n";
    try (RawServer server = RawServer.start(Script.stallAfter(answer))) {
      TransportAnswer received = Outcome.of(post(server, LONG));

      assertThat(received.status()).isEqualTo(418);
      assertThat(received.headers().apply("av-log-id")).isEqualTo("17");
      assertThat(received.headers().apply("retry-after")).isNull();
      assertThat(received.body()).containsExactly(0, 127, '\r', '\n');
    }
  }

  @Test
  void headersOfThirtyKibibytesAreTaken() {
    try (RawServer server = RawServer.start(Script.stallAfter(withHeaders(30)))) {
      TransportAnswer received = Outcome.of(post(server, LONG));

      assertThat(received.status()).isEqualTo(200);
      assertThat(received.headers().apply("x-padding-29")).hasSize(1000);
      assertThat(received.body()).asString().isEqualTo(OK);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 500})
  void largerHeadersAreNamedAsThat(int kibibytes) {
    try (RawServer server = RawServer.start(Script.stallAfter(withHeaders(kibibytes)))) {
      assertFails(Reason.HEAD_TOO_LARGE, post(server, LONG));
    }
  }

  private static String withHeaders(int kibibytes) {
    return IntStream.range(0, kibibytes)
        .mapToObj(i -> "x-padding-" + i + ": " + "p".repeat(1000) + "\r\n")
        .collect(
            Collectors.joining(
                "", "HTTP/1.1 200 OK\r\n", "content-length: " + OK.length() + "\r\n\r\n" + OK));
  }

  @Test
  void aBodyInACodingThatNobodyAskedForIsLeftAsItIs() {
    String answer =
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\n\u001f~x";
    try (RawServer server = RawServer.start(Script.stallAfter(answer))) {
      TransportAnswer received = Outcome.of(post(server, LONG));

      assertThat(received.headers().apply("content-encoding")).isEqualTo("gzip");
      assertThat(received.body()).containsExactly(0x1f, '~', 'x');
    }
  }

  @Test
  void anAnswerWithoutABodyIsEmpty() {
    String answer = "HTTP/1.1 204 No Content\r\n\r\n";
    try (RawServer server = RawServer.start(Script.stallAfter(answer))) {
      assertThat(Outcome.of(post(server, LONG)).body()).isEmpty();
    }
  }

  @Test
  void aChunkedBodyIsReadWhole() {
    String answer =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{\"\r\n3\r\nok\"\r\n0\r\n\r\n";
    try (RawServer server = RawServer.start(Script.stallAfter(answer))) {
      assertThat(Outcome.of(post(server, LONG)).body()).asString().isEqualTo("{\"ok\"");
    }
  }

  @Test
  void aBodyThatEndsWithTheConnectionIsReadWhole() {
    String answer = "HTTP/1.0 200 OK\r\n\r\n" + OK;
    try (RawServer server = RawServer.start(Script.sendThenClose(answer))) {
      assertThat(Outcome.of(post(server, LONG)).body()).asString().isEqualTo(OK);
    }
  }

  @Test
  void anAnswerThatComesByteByByteIsReadWhole() {
    try (RawServer server = RawServer.start(Script.byteByByte(200, OK))) {
      assertThat(Outcome.of(post(server, LONG)).body()).asString().isEqualTo(OK);
    }
  }

  @Test
  void aRedirectIsAnAnswerLikeAnyOther() {
    try (RawServer other = RawServer.start(Script.answer(200, OK));
        RawServer server = RawServer.start(Script.stallAfter(redirectTo(other)))) {
      assertThat(Outcome.of(post(server, LONG)).status()).isEqualTo(307);
      assertThat(other.connections()).isZero();
    }
  }

  private static String redirectTo(RawServer other) {
    return "HTTP/1.1 307 Elsewhere\r\nlocation: "
        + other.uri("/")
        + "\r\ncontent-length: 0\r\n\r\n";
  }

  @Test
  void connectionsAreKeptAndUsedAgain() {
    try (RawServer server = RawServer.start(Script.answer(200, OK))) {
      for (int i = 0; i < 10; i++) {
        Outcome.of(post(server, LONG));
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatTheServerClosedWhileIdleIsNotUsedAgain() throws InterruptedException {
    try (RawServer other = RawServer.start(Script.answer(200, OK));
        RawServer server =
            RawServer.start(Script.answerThenClose(200, OK), Script.answer(200, OK))) {
      Outcome.of(post(server, LONG));
      server.awaitOpenConnections(0);
      Outcome.of(post(other, LONG)); // By its answer the news of the close has been read, too.

      assertThat(Outcome.of(post(server, LONG)).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aFailedCallDoesNoHarmToTheNext() {
    try (RawServer server = RawServer.start(Script.truncate(), Script.answer(200, OK))) {
      assertFails(Reason.BROKEN, post(server, LONG));
      assertThat(Outcome.of(post(server, LONG)).status()).isEqualTo(200);
    }
  }

  @Test
  void manyCallsAtOnceAreAllAnswered() {
    try (RawServer server = RawServer.start(Script.answer(200, OK))) {
      List<CompletionStage<TransportAnswer>> calls =
          IntStream.range(0, 200).mapToObj(i -> post(server, LONG)).toList();

      assertThat(calls).allSatisfy(call -> assertThat(Outcome.of(call).status()).isEqualTo(200));
    }
  }

  @Test
  void closingEndsTheCallsUnderWay() throws InterruptedException {
    try (RawServer server = RawServer.start(Script.stallAfter(""))) {
      CompletionStage<TransportAnswer> call = post(server, LONG);
      server.awaitRequests(1);

      transport().close();

      assertFails(Reason.CLOSED, call);
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void aClosedTransportSendsNothing() {
    try (RawServer server = RawServer.start(Script.answer(200, OK))) {
      transport().close();

      assertFails(Reason.CLOSED, post(server, LONG));
      assertThat(server.connections()).isZero();
    }
  }
}
