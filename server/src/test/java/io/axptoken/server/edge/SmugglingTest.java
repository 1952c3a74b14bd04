package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Request smuggling: what a proxy in front might read as one request and we as two, or the other
 * way round (RFC 9112, 11.2). Each probe is followed by a request for a token; there is one answer
 * at most, a refusal, the connection ends, and no token is made.
 */
class SmugglingTest {
  private static final String POST =
      "POST /token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  private static final String SMUGGLED = RawClient.tokenRequest("", "{\"userId\":\"smuggled\"}");

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static void assertRefused(String probe) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answers = client.send(probe + SMUGGLED).rest();

      // What is not even a request line has no version; the decoder takes it for the older one.
      String answer = answers.replaceFirst("^HTTP/1\\.0 ", "HTTP/1.1 ");
      ProblemAnswer.ofRaw(answer, 400, "malformed-request");
      assertThat(answers).containsIgnoringCase("\r\nconnection: close\r\n");
      assertThat(answers.split("HTTP/1\\.[01] ", -1)).as("one answer").hasSize(2);
      assertThat(answers.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("\r\nserver:", "netty", "vertx", "vert.x", "exception", "java");
    }
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 15\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 15",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: x\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: identity\r\nContent-Length: 5",
        "Transfer-Encoding:\u000bchunked",
        "Transfer-Encoding:\u000cchunked",
        "Transfer-Encoding: \u0000chunked",
        "Transfer-Encoding: chunked\u0000",
        "Transfer-Encoding: \"chunked\"",
        "Transfer-Encoding: chunked;q=1",
        "Transfer-Encoding:",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding\t: chunked",
        "X: y\nTransfer-Encoding: chunked",
        "X: y\rTransfer-Encoding: chunked",
        "X: y\r\rTransfer-Encoding: chunked",
        "X\r: y\r\nTransfer-Encoding: chunked",
        "X: y\u0000\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding\u0000: chunked",
        "Transfer_Encoding: x\r\nTransfer-\u00adEncoding: chunked"
      })
  void ofTransferEncoding(String lines) throws Exception {
    assertRefused(POST + lines + "\r\n\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 0\r\nContent-Length: 15",
        "Content-Length: 5\r\nContent-Length: 5",
        "Content-Length: 0, 15",
        "Content-Length: 0, 0",
        "Content-Length: ",
        "Content-Length: -1",
        "Content-Length: +0",
        "Content-Length: 0x0",
        "Content-Length: 0 0",
        "Content-Length: 0;x",
        "Content-Length: 1e1",
        "Content-Length: \u0663",
        "Content-Length: zero",
        "Content-Length: 99999999999999999999",
        "Content-Length : 0",
        "Content-Length\t: 0",
        "X: y\nContent-Length: 0",
        "X: y\rContent-Length: 0"
      })
  void ofContentLength(String lines) throws Exception {
    assertRefused(POST + lines + "\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\n\r\n",
        "-1\r\n\r\n",
        "+0\r\n\r\n",
        "0x0\r\n\r\n",
        " \r\n\r\n",
        "\r\n\r\n",
        "0 0\r\n\r\n",
        "ffffffffffffffff\r\n",
        "100000000\r\n",
        "80000000\r\n",
        "1\r\n{}\r\n0\r\n\r\n",
        "2\r\n{}0\r\n\r\n",
        "2\n{}\r\n0\r\n\r\n",
        "2\r\n{}\n0\r\n\r\n",
        "2;x\n{}\r\n0\r\n\r\n",
        "2;\n{}\r\n0\r\n\r\n",
        "2;x\rx\r\n{}\r\n0\r\n\r\n",
        "2\r{}\r\n0\r\n\r\n",
        "0\r\nX : y\r\n\r\n",
        "0\r\nX: y\n\r\n"
      })
  void ofChunks(String chunks) throws Exception {
    assertRefused(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0001: x",
        "X: a\u0000b",
        "X: a\u0001b",
        "X: a\u007fb",
        "X: a\u001b[31m",
        "no colon",
        ": no name",
        "a b: c",
        "a(b): c",
        "Host\u00a0: y",
        "\u00e4: c"
      })
  void ofHeaderLines(String line) throws Exception {
    assertRefused(POST + line + "\r\nContent-Length: 0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /config HTTP/1.1\nHost: x\n\n",
        "GET /config HTTP/1.1 \r\nHost: x\r\n\r\n",
        "GET /con fig HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /config\r\nHost: x\r\n\r\n",
        "GET /config HTTP/1.1\r\r\nHost: x\r\n\r\n",
        "GET /con\u0000fig HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /con\u0001fig HTTP/1.1\r\nHost: x\r\n\r\n",
        "G(T /config HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /config HTTP/1.1\r\n Host: x\r\nHost: x\r\n\r\n"
      })
  void ofRequestLines(String head) throws Exception {
    assertRefused(head);
  }

  /** A folded line is a blank in a value (RFC 9112, 5.2), and no header of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y\r\n Transfer-Encoding: chunked",
        "X: y\r\n\tTransfer-Encoding: chunked",
        "X: y\r\n Content-Length: 0"
      })
  void aFoldedLineFramesNothing(String folded) throws Exception {
    String body = "{\"userId\":\"u1\"}";
    try (RawClient client = SERVER.http().connect()) {
      client.send(POST + folded + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).isEqualTo("u1");
  }

  @Test
  void aRequestBehindAnAnswerThatCloses() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answers =
          client
              .send(RawClient.head("GET /config HTTP/1.1", "Host: x", "Host: y") + SMUGGLED)
              .rest();

      ProblemAnswer.ofRaw(answers, 400, "malformed-request");
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void aRequestBehindOneThatAsksToClose() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String head = RawClient.head("GET /config HTTP/1.1", "Host: x", "Connection: close");
      String answers = client.send(head + SMUGGLED).rest();

      assertThat(answers).startsWith("HTTP/1.1 200 ");
      assertThat(answers.split("HTTP/1", -1)).hasSize(2);
    }
    SERVER.assertNothingMinted();
  }
}
