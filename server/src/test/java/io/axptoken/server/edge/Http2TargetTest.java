package io.axptoken.server.edge;

import static io.axptoken.server.fixture.RawHttp2.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.RawHttp2;
import io.axptoken.server.fixture.RawHttp2.Frame;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.testing.Pem;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request of HTTP/2 says of its target, right and wrong (RFC 9113, 8.3.1). */
@Timeout(60)
class Http2TargetTest {
  private static final String PROTOCOL_ERROR = "reset 1";

  @TempDir static Path folder;

  private static AxpSandbox sandbox;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Pem.Identity identity = Pem.in(folder).selfSigned(Pem.KeyType.EC_P256);
    sandbox = AxpSandbox.start();
    server = TestServer.start(sandbox, s -> s.https(identity.certificate(), identity.key()));
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  /** What becomes of a request with these headers: the kind of problem, "served" or "reset". */
  private static String outcome(byte[] block) throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      int whole = RawHttp2.END_HEADERS | RawHttp2.END_STREAM;
      client.send(frame(RawHttp2.HEADERS, whole, 1, block));
      return outcome(client);
    }
  }

  private static String outcome(RawHttp2 client) throws IOException {
    Frame frame = client.next();
    while (frame != null && frame.type() != RawHttp2.DATA && frame.type() != RawHttp2.RST_STREAM) {
      frame = client.next();
    }
    if (frame == null) {
      throw new AssertionError("the connection ended");
    }
    if (frame.type() == RawHttp2.RST_STREAM) {
      return "reset " + frame.intAt(0);
    }
    JsonObject json = new JsonObject(frame.payload().toString(StandardCharsets.UTF_8));
    if (!json.containsKey("status")) {
      return "served";
    }
    assertThat(json.getString("requestId")).isNotBlank();
    return json.getInteger("status") + json.getString("type").replaceFirst(".*/", " ");
  }

  private static byte[] block(@Nullable String... namesAndValues) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      String value = namesAndValues[i + 1];
      if (name != null && value != null) {
        block.writeBytes(RawHttp2.header(name, value));
      }
    }
    return block.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     https, x,       /config,               served",
    "GET,     https, x:8443,  /config?a=b,           served",
    "GET,     https, '[::1]', /config,               served",
    "GET,     HTTPS, x,       /config,               served",
    "GET,     https, x,       http://other/config,   400 malformed-request",
    "GET,     https, x,       https://x/config,      400 malformed-request",
    "GET,     https, x,       config,                400 malformed-request",
    "GET,     https, x,       *,                     400 malformed-request",
    "POST,    https, x,       *,                     400 malformed-request",
    "OPTIONS, https, x,       *,                     404 not-found",
    "OPTIONS, https, x,       **,                    400 malformed-request",
    "GET,     https, x,       '/con fig',            400 malformed-request",
    "GET,     http,  x,       /config,               400 malformed-request",
    "GET,     ftp,   x,       /config,               400 malformed-request",
    "CONNECT, ,      x:443,   ,                      404 not-found",
  })
  void aTargetIsAPathOfOurs(
      String method, String scheme, String authority, String path, String outcome)
      throws Exception {
    assertThat(
            outcome(
                block(
                    ":method", method, ":scheme", scheme, ":authority", authority, ":path", path)))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     https, x, ''",
    "GET,     https, x, ",
    "GET,     ,      x, /config",
    "GET,     '',    x, /config",
    ",        https, x, /config",
    "CONNECT, https, x, /config",
    "CONNECT, ,      ,  ",
  })
  void whatIsMissingIsAnErrorOfTheProtocol(
      String method, String scheme, String authority, String path) throws Exception {
    assertThat(
            outcome(
                block(
                    ":method", method, ":scheme", scheme, ":authority", authority, ":path", path)))
        .isEqualTo(PROTOCOL_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "x,    ,    served",
    "x,    x,   served",
    ",     x,   served",
    "x,    y,   reset 1",
    "x:1,  x:2, reset 1",
    ",     ,    400 malformed-request",
    ",     '',  400 malformed-request",
    "'',   ,    reset 1",
    "u@x,  ,    reset 1",
    ",     u@x, reset 1",
    "x/y,  ,    reset 1",
  })
  void theHostIsSaidOnce(String authority, String host, String outcome) throws Exception {
    assertThat(
            outcome(
                block(
                    ":method",
                    "GET",
                    ":scheme",
                    "https",
                    ":authority",
                    authority,
                    ":path",
                    "/config",
                    "host",
                    host)))
        .isEqualTo(outcome);
  }
}
