package io.axptoken.server.edge;

import static io.axptoken.server.fixture.RawHttp2.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.RawHttp2;
import io.axptoken.server.fixture.RawHttp2.Frame;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Floods of HTTP/2 frames that cost their sender nothing: the connection ends with GOAWAY, and
 * others are served on.
 */
@Timeout(60)
@Tag("slow")
class Http2FloodTest {
  private static final int ENHANCE_YOUR_CALM = 0xb;
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] EIGHT = new byte[8];
  private static final byte[] CANCEL = ByteBuffer.allocate(4).putInt(8).array();

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

  @AfterEach
  void othersAreServedAndTheLogIsQuiet(CapturedLogs logs) throws Exception {
    try (RawHttp2 other = new RawHttp2(server.port())) {
      other.send(request(1, "/config"));

      Frame body = other.expect(RawHttp2.DATA);
      assertThat(text(body)).contains("axpIntegrationId");
    }
    assertThat(logs.records())
        .filteredOn(entry -> entry.getLevel().intValue() >= Level.INFO.intValue())
        .noneMatch(
            entry -> entry.getLoggerName().matches("io\\.(netty|vertx|axptoken.*edge)\\..*"));
  }

  private static String text(Frame body) {
    return body.payload().toString(StandardCharsets.UTF_8);
  }

  private static byte[] request(int stream, String path) {
    return frame(
        RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, stream, RawHttp2.get(path));
  }

  /** Sends the same again and again until the server has enough; the code of its GOAWAY. */
  private static int flood(RawHttp2 client, int times, byte[]... frames) throws IOException {
    try {
      for (int i = 0; i < times; i++) {
        client.send(frames);
      }
    } catch (IOException ended) {
      // It may be told in what is still to be read.
    }
    return goAway(client);
  }

  private static int goAway(RawHttp2 client) throws IOException {
    Frame goAway = client.expect(RawHttp2.GOAWAY);
    try {
      while (client.next() != null) {
        // Until the end, which has to come.
      }
    } catch (SocketTimeoutException open) {
      throw new AssertionError("the connection goes on", open);
    } catch (IOException reset) {
      // An end as well, for what we sent was not read.
    }
    return goAway.intAt(4);
  }

  @Test
  void theSettingsSayWhatIsTaken() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      Frame settings = client.expect(RawHttp2.SETTINGS);
      Map<Integer, Integer> values = new HashMap<>();
      ByteBuffer bytes = ByteBuffer.wrap(settings.payload().getBytes());
      while (bytes.hasRemaining()) {
        values.put((int) bytes.getShort(), bytes.getInt());
      }
      assertThat(values).containsEntry(3, 100).containsEntry(6, 24 * 1024);
    }
  }

  @Test
  void rapidReset() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      try {
        for (int stream = 1; stream < 4_000; stream += 2) {
          client.send(request(stream, "/config"), frame(RawHttp2.RST_STREAM, 0, stream, CANCEL));
        }
      } catch (IOException ended) {
        // As it should.
      }
      assertThat(goAway(client)).isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void resetsThatWeAreMadeToSend() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      byte[] noIncrement = new byte[4];
      try {
        for (int stream = 1; stream < 4_000; stream += 2) {
          client.send(
              frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, RawHttp2.post("/token")),
              frame(RawHttp2.WINDOW_UPDATE, 0, stream, noIncrement));
        }
      } catch (IOException ended) {
        // As it should.
      }
      assertThat(goAway(client)).isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void continuations() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      client.send(frame(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.get("/config")));

      int code = flood(client, 10_000, frame(RawHttp2.CONTINUATION, 0, 1, NOTHING));
      assertThat(code).isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void continuationsWithoutEnd() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      client.send(frame(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.get("/config")));
      byte[] header = RawHttp2.header("x", "y".repeat(16_000));

      int code = flood(client, 1_000, frame(RawHttp2.CONTINUATION, 0, 1, header));
      assertThat(code).isNotZero();
    }
  }

  @Test
  void settings() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      assertThat(flood(client, 20_000, frame(RawHttp2.SETTINGS, 0, 0, NOTHING)))
          .isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void pings() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      assertThat(flood(client, 20_000, frame(RawHttp2.PING, 0, 0, EIGHT)))
          .isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void emptyData() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      client.send(frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, RawHttp2.post("/token")));

      assertThat(flood(client, 10_000, frame(RawHttp2.DATA, 0, 1, NOTHING)))
          .isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void framesThatOnlyHaveToBeRead() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      byte[] one = ByteBuffer.allocate(4).putInt(1).array();
      byte[] window = frame(RawHttp2.WINDOW_UPDATE, 0, 0, one);
      byte[] priority = frame(RawHttp2.PRIORITY, 0, 1, new byte[] {0, 0, 0, 0, 1});
      byte[] unknown = frame(0xee, 0, 0, EIGHT);
      for (int i = 0; i < 20_000; i++) {
        client.send(window, priority, unknown);
      }
      client.send(request(1, "/config"));

      assertThat(client.next(RawHttp2.HEADERS)).as("served all the same").isNotNull();
    }
  }

  @Test
  void oneStreamTooMany() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      for (int stream = 1; stream <= 201; stream += 2) {
        client.send(frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, RawHttp2.post("/token")));
      }
      Frame reset = client.expect(RawHttp2.RST_STREAM);
      assertThat(reset.stream()).isEqualTo(201);
      assertThat(reset.intAt(0)).as("REFUSED_STREAM").isEqualTo(7);
    }
  }

  /** A frame holds 16 KiB, so that the largest bearer token comes in two. */
  @Test
  void headersOfTheLargestTokenAreTaken() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      byte[] token = RawHttp2.header("authorization", "Bearer " + "y".repeat(16 * 1024));
      client.send(
          frame(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.get("/config")),
          frame(RawHttp2.CONTINUATION, 0, 1, Arrays.copyOf(token, 16_000)),
          frame(
              RawHttp2.CONTINUATION,
              RawHttp2.END_HEADERS,
              1,
              Arrays.copyOfRange(token, 16_000, token.length)));

      assertThat(text(client.expect(RawHttp2.DATA))).contains("axpIntegrationId");
    }
  }

  @Test
  void headersTooLarge() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      byte[] block = RawHttp2.get("/config");
      byte[] large = RawHttp2.header("x", "y".repeat(15_000));
      byte[] both = Arrays.copyOf(block, block.length + large.length);
      System.arraycopy(large, 0, both, block.length, large.length);
      int open = RawHttp2.END_STREAM;
      client.send(
          frame(RawHttp2.HEADERS, open, 1, both),
          frame(RawHttp2.CONTINUATION, 0, 1, large),
          frame(RawHttp2.CONTINUATION, RawHttp2.END_HEADERS, 1, large));

      assertThat(client.expect(RawHttp2.GOAWAY).intAt(4)).isNotZero();
    }
  }

  @Test
  void aHeadThatNeverEndsHasItsTime() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      client.send(frame(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.get("/config")));

      while (client.next() != null) {
        // Until the server closes.
      }
    }
  }

  @Test
  void aBodyThatNeverEndsHasItsTime() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.port())) {
      byte[] blank = " ".getBytes(StandardCharsets.US_ASCII);
      client.send(
          frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, RawHttp2.post("/token")),
          frame(RawHttp2.DATA, 0, 1, blank));

      Frame body = client.expect(RawHttp2.DATA);
      assertThat(text(body)).contains("request-timeout");
    }
  }
}
