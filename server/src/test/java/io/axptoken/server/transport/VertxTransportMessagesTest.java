package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.answer;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
class VertxTransportMessagesTest {
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
  void theRequestGoesOutAsGiven() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      answer(transport, server.uri("/api/tokens?x=%20y"));
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("POST /api/tokens?x=%20y HTTP/1.1\r\n")
          .contains("host: localhost:" + server.port(), "content-type: application/json")
          .contains("content-length: 9")
          .endsWith("\r\n\r\n{\"a\":\"b\"}");
    }
  }

  @Test
  void theRequestIsThisByteForByte() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("authorization", "Bearer x");
    headers.put("content-type", "application/json");
    headers.put("x-odd", "Zo\u00eb \u017d\tend");
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
      URI uri = server.uri("/a/b?c=d");
      var request = new TransportRequest(uri, headers, body, Duration.ofSeconds(5));
      done(transport.send(request).toCompletableFuture());
      assertThat(server.requests())
          .containsExactly(
              """
              POST /a/b?c=d HTTP/1.1
              authorization: Bearer x
              content-type: application/json
              x-odd: Zo\uFFFD ?\tend
              content-length: 2
              host: localhost:%d

              {}\
              """
                  .formatted(server.port())
                  .replace("\n", "\r\n"));
    }
  }

  @Test
  void eachCallToAUriCarriesItsOwnHeaders() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      for (String token : List.of("one", "one", "two", "one")) {
        byte[] body = {};
        Map<String, String> headers = Map.of("authorization", token);
        var request = new TransportRequest(server.uri("/"), headers, body, Duration.ofSeconds(5));
        done(transport.send(request).toCompletableFuture());
      }
      assertThat(server.requests())
          .extracting(request -> request.replaceAll("(?s).*authorization: (\\S+).*", "$1"))
          .containsExactly("one", "one", "two", "one");
    }
  }

  @Test
  void aUriWithoutPathAsksForTheRoot() {
    try (var server = RawServer.start(Script.answer(200, "{}"))) {
      answer(transport, server.uri(""));
      assertThat(server.requests().getFirst()).startsWith("POST / HTTP/1.1\r\n");
    }
  }

  @Test
  void aChunkedAnswerIsPutTogether() {
    String chunks = "HTTP/1.1 201 Made\r\nTransfer-Encoding: chunked\r\nX-Id: 7\r\n\r\n";
    try (var server =
        RawServer.start(Script.stallAfter(chunks + "2\r\n{\"\r\n5\r\na\":1}\r\n0\r\n\r\n"))) {
      var answer = answer(transport, server.uri("/"));
      assertThat(text(answer)).isEqualTo("201 {\"a\":1}");
      assertThat(answer.headers().apply("x-id")).isEqualTo("7");
      assertThat(answer.headers().apply("x-none")).isNull();
    }
  }
}
