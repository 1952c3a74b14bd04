package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of 16 KiB are taken, larger ones are not, however they come. */
class BodySizeTest {
  private static final int LIMIT = 16 * 1024;
  private static final String HEAD =
      "POST /token HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  /** A body of exactly so many bytes that is fine but for its size. */
  private static String body(int bytes) {
    String start = "{\"userId\":\"u1\",\"x\":\"";
    return start + "x".repeat(bytes - start.length() - 2) + "\"}";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  @Test
  void exactlyTheLimitIsFine() throws Exception {
    assertThat(SERVER.http().postToken(body(LIMIT)).statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).isEqualTo("u1");
  }

  @Test
  void exactlyTheLimitInChunksIsFine() throws Exception {
    byte[] bytes = body(LIMIT).getBytes(StandardCharsets.UTF_8);
    var request =
        SERVER
            .http()
            .tokenRequest("")
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(bytes))));

    assertThat(SERVER.http().send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, 20 * 1024, 200 * 1024})
  void moreIsTooLarge(int bytes) throws Exception {
    ProblemAnswer problem =
        ProblemAnswer.of(SERVER.http().postToken(body(bytes)), 413, "payload-too-large");

    assertThat(problem.detail()).contains("16384");
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, 20 * 1024, 200 * 1024})
  void moreInChunksIsTooLarge(int bytes) throws Exception {
    var chunks = BodyPublishers.ofByteArrays(List.of(body(bytes).getBytes(StandardCharsets.UTF_8)));
    var request = SERVER.http().tokenRequest("").POST(BodyPublishers.fromPublisher(chunks));

    ProblemAnswer.of(SERVER.http().send(request), 413, "payload-too-large");
    SERVER.assertNothingMinted();
  }

  @Test
  void aBodyInManySmallChunksIsCountedToTheEnd() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      String body = body(20 * 1024);
      for (int i = 0; i < body.length(); i += 64) {
        client.send(chunk(body.substring(i, i + 64)));
      }
      ProblemAnswer.ofRaw(client.send("0\r\n\r\n").answer(), 413, "payload-too-large");
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void aSmallBodyInChunksOfOneByteIsTaken() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      for (char c : "{\"userId\":\"u1\"}".toCharArray()) {
        client.send(chunk(String.valueOf(c)));
      }
      assertThat(client.send("0\r\nX-Trailer: y\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aClientThatSendsEverythingBeforeItReadsSeesTheRefusal() throws Exception {
    String body = body(250 * 1024);
    try (RawClient client = SERVER.http().connect()) {
      client.send(RawClient.tokenRequest("", body));

      String answer = client.answer();
      ProblemAnswer.ofRaw(answer, 413, "payload-too-large");
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void anAnnouncedGiantIsRefusedBeforeItComes() throws Exception {
    for (String length : List.of("20480", "99999999999999", "9223372036854775807")) {
      try (RawClient client = SERVER.http().connect()) {
        String answer = client.send(HEAD + "Content-Length: " + length + "\r\n\r\n").answer();
        ProblemAnswer.ofRaw(answer, 413, "payload-too-large");
      }
    }
  }

  @Test
  void whoAsksFirstIsToldToContinue() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(HEAD + "Content-Length: 15\r\nExpect: 100-continue\r\n\r\n");
      assertThat(client.head()).startsWith("HTTP/1.1 100 ");
      assertThat(client.send("{\"userId\":\"u1\"}").answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void whoAsksFirstWithTooMuchIsRefused() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(HEAD + "Content-Length: 20480\r\nExpect: 100-continue\r\n\r\n");

      ProblemAnswer.ofRaw(client.answer(), 413, "payload-too-large");
    }
    SERVER.assertNothingMinted();
  }
}
