package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only plain JSON in UTF-8 is read. */
class ContentTypeTest {
  private static final String BODY = "{\"userId\":\"u1\"}";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=UTF-8",
        "application/json ; charset=\"utf-8\"",
        "application/json; odata=verbose",
        "application/json; charset=utf-8; v=1"
      })
  void jsonIsTaken(String type) throws Exception {
    var request = SERVER.http().tokenRequest(BODY).setHeader("content-type", type);

    assertThat(SERVER.http().send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/jsonp",
        "application/json5",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/problem+json",
        "text/plain; application/json",
        "text/plain, application/json",
        "application/json, text/plain",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
        "application/json; charset=",
        "application/json; charset=utf-8; charset=utf-16",
        "*/*",
        ";",
        ""
      })
  void anythingElseIsNot(String type) throws Exception {
    var request = SERVER.http().tokenRequest(BODY).setHeader("content-type", type);

    ProblemAnswer problem =
        ProblemAnswer.of(SERVER.http().send(request), 415, "unsupported-media-type");

    assertThat(problem.detail()).contains("application/json");
    SERVER.assertNothingMinted();
  }

  @Test
  void aBodyWithoutATypeIsNotTaken() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String request = "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 15\r\n\r\n" + BODY;

      ProblemAnswer.ofRaw(client.send(request).answer(), 415, "unsupported-media-type");
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void twoTypesAreNotTaken() throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      client.send(RawClient.tokenRequest("Content-Type: text/plain\r\n", BODY));

      ProblemAnswer.ofRaw(client.answer(), 415, "unsupported-media-type");
    }
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br", "deflate", "identity, gzip"})
  void aCompressedBodyIsNotTaken(String encoding) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(BODY.getBytes(StandardCharsets.UTF_8));
    }
    var request =
        SERVER
            .http()
            .tokenRequest("")
            .header("content-encoding", encoding)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()));

    ProblemAnswer.of(SERVER.http().send(request), 415, "unsupported-media-type");
    SERVER.assertNothingMinted();
  }

  @Test
  void identityIsNoCompression() throws Exception {
    var request = SERVER.http().tokenRequest(BODY).header("content-encoding", "identity");

    assertThat(SERVER.http().send(request).statusCode()).isEqualTo(200);
  }
}
