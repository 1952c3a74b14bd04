package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections live on after an answer, unless there is a reason to close them. */
class KeepAliveTest {
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final String POST = "Content-Type: application/json\r\nContent-Length: ";

  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(s -> s.allowedOrigins("https://shop.example"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | POST /token   | application/json | {"userId":"u1"} |
          400 | POST /token   | application/json | {"userId":      |
          400 | POST /token   | application/json | {"userId":7}    |
          401 | GET /token    |                  |                 |
          403 | POST /token   | application/json | {"userId":"u1"} | https://evil.example
          404 | POST /nothing | application/json | {"userId":"u1"} |
          405 | PUT /token    | application/json | {"userId":"u1"} |
          415 | POST /token   | text/plain       | {"userId":"u1"} |
          204 | OPTIONS /token|                  |                 | https://shop.example
          """)
  void theConnectionServesTheNextRequest(
      int status,
      String line,
      @org.jspecify.annotations.Nullable String type,
      @org.jspecify.annotations.Nullable String body,
      @org.jspecify.annotations.Nullable String origin)
      throws Exception {
    String content = body == null ? "" : body;
    String request =
        line
            + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
            + content.length()
            + "\r\n"
            + (type == null ? "" : "Content-Type: " + type + "\r\n")
            + (origin == null ? "" : "Origin: " + origin + "\r\n")
            + "\r\n"
            + content;
    try (RawClient client = SERVER.http().connect()) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(request).answer()).startsWith("HTTP/1.1 " + status + " ");
      }
      assertThat(client.send(RawClient.tokenRequest("", USER)).answer())
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aBodyThatWasTooLargeEndsTheConnection() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answer = client.send(RawClient.tokenRequest("", "x".repeat(20_000))).answer();

      assertThat(answer)
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("\r\nconnection: close\r\n");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aRefusedBodyThatWasOnlyAnnouncedEndsTheConnection() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(
          "POST /nothing HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + POST + "15\r\n\r\n");

      assertThat(client.answer())
          .startsWith("HTTP/1.1 404 ")
          .containsIgnoringCase("\r\nconnection: close\r\n");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void theClientMayAskToClose() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answer = client.send(RawClient.tokenRequest("Connection: close\r\n", USER)).answer();

      assertThat(answer).startsWith("HTTP/1.1 200 ");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void http10IsServedAndClosed() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String request = "POST /token HTTP/1.0\r\n" + POST + "15\r\n\r\n" + USER;

      assertThat(client.send(request).answer())
          .matches("(?s)HTTP/1\\.[01] 200 .*\"jwtToken\":\"jwt\\..*");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void http10MayKeepTheConnection() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String request =
          "POST /token HTTP/1.0\r\nConnection: keep-alive\r\n" + POST + "15\r\n\r\n" + USER;

      assertThat(client.send(request).answer()).contains(" 200 ");
      assertThat(client.send(request).answer()).contains(" 200 ");
    }
  }
}
