package io.axptoken.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.stub.UpstreamStub;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private final Workspace workspace = Workspace.create();
  private final Requests requests =
      Requests.write(workspace, "claimed", 100, TokenRequests::claimed);
  private final UpstreamStub stub;
  private final Thread stubThread;

  OpenLoopTest() throws IOException {
    stub = new UpstreamStub(0, Wire.PLAIN, Instant.EPOCH);
    stubThread = Thread.ofPlatform().unstarted(stub);
  }

  @BeforeEach
  void start() {
    stubThread.start();
  }

  @AfterEach
  void stop() throws Exception {
    stub.close();
    stubThread.join();
    workspace.close();
  }

  @Test
  void requestsGoOutAtTheRateAsked() throws Exception {
    URI uri = uri(stub.port(), UpstreamStub.END_USER_TOKEN_PATH);
    Latencies latencies =
        new OpenLoop(4, 2000, Wire.PLAIN).run(uri, requests, Duration.ofMillis(500));
    assertThat(latencies.answers()).isBetween(800L, 1200L);
    assertThat(latencies.p99()).isGreaterThanOrEqualTo(latencies.p50()).isPositive();
  }

  @Test
  void anAnswerThatIsNotGoodVoidsTheRun() throws Exception {
    OpenLoop openLoop = new OpenLoop(4, 1000, Wire.PLAIN);
    Requests nowhere = Requests.write(workspace, "nowhere", 1, OpenLoopTest::nowhere);
    URI uri = uri(stub.port(), "/nowhere");
    assertThatThrownBy(() -> openLoop.run(uri, nowhere, Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("404");
  }

  @Test
  void aStallIsFeltByAllWhoWouldHaveComeDuringIt() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = Thread.ofPlatform().start(() -> answerAfterAStall(listener));
      Latencies latencies =
          new OpenLoop(1, 500, Wire.PLAIN)
              .run(uri(listener.getLocalPort(), "/"), requests, Duration.ofMillis(400));
      assertThat(latencies.p50()).isGreaterThan(Duration.ofMillis(50));
      thread.join();
    }
  }

  @Test
  void aConnectionCutOffVoidsTheRun() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = Thread.ofPlatform().start(() -> hangUp(listener));
      OpenLoop openLoop = new OpenLoop(1, 500, Wire.PLAIN);
      URI uri = uri(listener.getLocalPort(), "/");
      assertThatThrownBy(() -> openLoop.run(uri, requests, Duration.ofSeconds(5)))
          .isInstanceOf(IOException.class);
      thread.join();
    }
  }

  /** Answers nothing for 300 ms, and then everything at once. */
  private static void answerAfterAStall(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      byte[] request = new byte[4096];
      byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
      long start = System.nanoTime();
      while (socket.getInputStream().read(request) > 0) {
        while (System.nanoTime() - start < Duration.ofMillis(300).toNanos()) {
          Thread.onSpinWait();
        }
        socket.getOutputStream().write(answer);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void hangUp(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      int _ = socket.getInputStream().read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String nowhere(int user) {
    return TokenRequests.claimed("/nowhere", user, "");
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
