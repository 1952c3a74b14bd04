package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as no decent client speaks it. */
class RawHttpTest {
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final String HEAD =
      "POST /token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(
          RawClient.tokenRequest("X-Request-Id: one\r\n", USER)
              + "GET /nothing HTTP/1.1\r\nHost: x\r\nX-Request-Id: two\r\n\r\n"
              + RawClient.tokenRequest("X-Request-Id: three\r\n", USER));

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("X-Request-Id: one\r\n");
      assertThat(client.answer()).startsWith("HTTP/1.1 404 ").contains("X-Request-Id: two\r\n");
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("X-Request-Id: three\r\n");
    }
  }

  @Test
  void anOverlongRequestLineIsRefused() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answer =
          client.send("GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: x\r\n\r\n").rest();

      ProblemAnswer.ofRaw(answer.replaceFirst("^HTTP/1\\.0", "HTTP/1.1"), 414, "uri-too-long");
    }
  }

  @ParameterizedTest
  @CsvSource({"1,30000", "2000,10"})
  void overlongHeadersAreRefused(int headers, int length) throws Exception {
    StringBuilder request = new StringBuilder(HEAD);
    for (int i = 0; i < headers; i++) {
      request.append("X-").append(i).append(": ").append("x".repeat(length)).append("\r\n");
    }
    try (RawClient client = SERVER.http().connect()) {
      String answer = client.send(request + "Content-Length: 15\r\n\r\n" + USER).rest();

      ProblemAnswer.ofRaw(answer, 431, "headers-too-large");
    }
    SERVER.assertNothingMinted();
  }

  /** Each costs far more memory than bytes. */
  @Test
  void tooManyFieldsAreRefusedBeforeTheHeadIsWhole() throws Exception {
    String most = "GET /config HTTP/1.1\r\nHost: x\r\n" + "a:b\r\n".repeat(99);
    try (RawClient client = SERVER.http().connect()) {
      client.send(most + "\r\n" + most + "\r\n");
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");

      String answer = client.send(most + "a:b\r\n").rest();
      ProblemAnswer.ofRaw(answer, 431, "headers-too-large");
      assertThat(answer).contains("100 header fields");
    }
  }

  @Test
  void trailersCountAsFieldsOfTheirMessage() throws Exception {
    String trailers = "a:b\r\n".repeat(100);
    try (RawClient client = SERVER.http().connect()) {
      String answer =
          client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + trailers).rest();

      ProblemAnswer.ofRaw(answer, 400, "malformed-request");
    }
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\nnonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET /token\r\n\r\n",
        "GET /to ken HTTP/1.1\r\nHost: x\r\n\r\n",
        "G\u0000T /token HTTP/1.1\r\nHost: x\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n"
      })
  void whatIsNoHttpIsRefused(String text) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      assertMalformed(client.send(text).rest());
    }
    assertThat(SERVER.sandbox().journal().calls()).isEmpty();
  }

  private static void assertMalformed(String answer) {
    ProblemAnswer.ofRaw(answer.replaceFirst("^HTTP/1\\.0", "HTTP/1.1"), 400, "malformed-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "http/1.1", "ICY/1.1"})
  void aVersionThatIsNotOursIsRefused(String version) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(HEAD.replace("HTTP/1.1", version) + "Content-Length: 15\r\n\r\n" + USER);

      ProblemAnswer.ofRaw(client.rest(), 505, "version-not-supported");
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void soIsThePrefaceOfHttp2() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

      ProblemAnswer.ofRaw(client.rest(), 505, "version-not-supported");
    }
  }

  @ParameterizedTest
  @CsvSource({"GET /config HTTP/1.2,505,version-not-supported", "nonsense,400,malformed-request"})
  void whatCannotBeReadIsRefusedBehindOthersToo(String line, int status, String kind)
      throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(RawClient.tokenRequest("", USER) + RawClient.head(line, "Host: x"));

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
      String answer = client.rest().replaceFirst("^HTTP/1\\.0", "HTTP/1.1");
      ProblemAnswer.ofRaw(answer, status, kind);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS *", "GET *", "GET token", "CONNECT x:443", "GET ?userId=u1"})
  void aTargetThatIsNoPathIsNotFound(String line) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

      ProblemAnswer.ofRaw(client.send(request).answer(), 404, "not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y",
        "Host: x\r\nHost: x",
        "Host: x\r\nHost: y",
        "Host: x, y",
        "Host: x y",
        "Host: http://x",
        "Host: u@x",
        "Host: x/y",
        "Host: x:y",
        "Host: x:80:80",
        "Host: [::1",
        "Host: \u00e4"
      })
  void aRequestWithoutOneSoundHostIsRefused(String host) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String request = RawClient.head("GET /config HTTP/1.1", host);

      ProblemAnswer.ofRaw(client.send(request).rest(), 400, "malformed-request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x:", "x:80", "127.0.0.1:80", "[::1]:80", "a-b.example."})
  void aSoundHostIsServed(String host) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String request = RawClient.head("GET /config HTTP/1.1", "Host: " + host);

      assertThat(client.send(request).answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void http10NeedsNoHost() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      assertThat(client.send(RawClient.head("GET /config HTTP/1.0")).rest()).contains(" 200 ");
    }
  }

  @Test
  void aTargetInAbsoluteFormIsItsPath() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send("GET http://other.example/config?x HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("axpIntegrationId");
    }
  }

  @Test
  void anUpgradeToHttp2WithoutTlsIsIgnored() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(
          RawClient.head(
              "GET /config HTTP/1.1",
              "Host: x",
              "Connection: Upgrade, HTTP2-Settings",
              "Upgrade: h2c",
              "HTTP2-Settings: AAMAAABkAAQAAP__"));

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void anUpgradeToWebSocketsIsIgnored() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(
          RawClient.head(
              "GET /config HTTP/1.1",
              "Host: x",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aBodyThatBreaksOffMintsNothing() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(HEAD + "Content-Length: 100\r\n\r\n" + USER);
    }
    assertThat(SERVER.http().postToken("{\"userId\":\"next\"}").statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).isEqualTo("next");
  }

  @Test
  void aCallerThatGoesAwayDoesNoHarm() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(RawClient.tokenRequest("", USER));
      SERVER
          .sandbox()
          .journal()
          .awaitCalls(Endpoint.END_USER_TOKEN, 1, java.time.Duration.ofSeconds(10));
    }
    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);
  }

  @Test
  void connectionsThatBreakAreNoNewsForTheLog(CapturedLogs logs) throws Exception {
    RawClient idle = SERVER.http().connect();
    idle.send(RawClient.tokenRequest("", USER)).answer();
    idle.reset();
    RawClient sending = SERVER.http().connect();
    sending.send(HEAD + "Content-Length: 100\r\n\r\n" + USER);
    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);
    sending.reset();
    try (RawClient junk = SERVER.http().connect()) {
      junk.send("nonsense\r\n\r\n").rest();
    }

    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);

    assertThat(logs.messages(Level.INFO)).isEmpty();
  }
}
