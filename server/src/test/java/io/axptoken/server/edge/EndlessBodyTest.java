package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that does not end is not read to its end, whatever the answer was. */
class EndlessBodyTest {
  private static final String CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

  /** More than all buffers on the way hold. */
  private static final int MANY = 1024;

  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(s -> s.allowedOrigins("https://shop.example"));

  private static String head(String line, String header) {
    return RawClient.head(line + " HTTP/1.1", "Host: x", header, "Transfer-Encoding: chunked");
  }

  /** Sends until the server has enough of it. */
  private static boolean isCutOff(RawClient client) {
    try {
      for (int i = 0; i < MANY; i++) {
        client.send(CHUNK);
      }
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404,POST /nothing,X: y",
    "415,POST /token,Content-Type: text/plain",
    "413,POST /token,Content-Type: application/json",
    "403,POST /token,Origin: https://evil.example",
    "405,PUT /token,X: y",
    "401,GET /token,X: y",
    "200,GET /config,X: y",
    "204,OPTIONS /token,X: y"
  })
  void theRestIsCutOffOnceTheAnswerIsOut(int status, String line, String header) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(head(line, header) + CHUNK);

      assertThat(client.answer())
          .startsWith("HTTP/1.1 " + status + " ")
          .containsIgnoringCase("\r\nconnection: close\r\n");
      assertThat(isCutOff(client)).isTrue();
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void theRestIsCutOffBehindAPageToo() throws Exception {
    var settings = new TestSettings(SERVER.sandbox()).build();
    var pages = Map.<String, Handler<HttpServerRequest>>of("/page", r -> r.response().end("x"));
    try (TestServer server = TestServer.start(settings, pages);
        RawClient client = server.connect()) {
      client.send(head("GET /page", "X: y") + CHUNK);

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(isCutOff(client)).isTrue();
    }
  }

  @Test
  void aClientThatStopsSendingIsLeftAfterAWhile() throws Exception {
    try (RawClient endless = SERVER.http().connect();
        RawClient announced = SERVER.http().connect()) {
      endless.send(head("POST /nothing", "X: y") + CHUNK);
      announced.send(RawClient.head("POST /nothing HTTP/1.1", "Host: x", "Content-Length: 10"));

      assertThat(endless.rest()).startsWith("HTTP/1.1 404 ");
      assertThat(announced.rest()).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void aRefusedBodyThatEndsSoonIsReadToItsEnd() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(head("POST /nothing", "X: y") + CHUNK + "0\r\n\r\n");

      assertThat(client.rest()).startsWith("HTTP/1.1 404 ");
    }
  }
}
