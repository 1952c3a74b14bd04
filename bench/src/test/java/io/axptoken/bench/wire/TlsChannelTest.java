package io.axptoken.bench.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.OpenLoop;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.stub.UpstreamStub;
import io.axptoken.bench.tls.BenchCertificate;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the stub, which speaks TLS from the other side. */
class TlsChannelTest {
  private final Workspace workspace = Workspace.create();
  private final BenchCertificate certificate = BenchCertificate.make(workspace);
  private final UpstreamStub stub =
      new UpstreamStub(0, TlsWire.server(certificate.context()), Instant.EPOCH);
  private final Thread thread = Thread.ofPlatform().unstarted(stub);

  TlsChannelTest() throws Exception {}

  @BeforeEach
  void start() {
    thread.start();
  }

  @AfterEach
  void stop() throws Exception {
    stub.close();
    thread.join();
    workspace.close();
  }

  @Test
  void requestsAndAnswersTravelEncrypted() throws Exception {
    assertServesCallers();
  }

  private void assertServesCallers() throws Exception {
    Requests requests = Requests.write(workspace, "claimed", 10, TokenRequests::claimed);
    var callers = new OpenLoop(4, 500, TlsWire.client(certificate.context()));
    assertThat(callers.run(uri(), requests, Duration.ofMillis(400)).answers())
        .isBetween(100L, 300L);
  }

  @Test
  void anAnswerLongerThanTheBufferComesInParts() throws Exception {
    try (SocketChannel channel = SocketChannel.open(address())) {
      var tls = TlsWire.client(certificate.context()).over(channel);
      tls.write(ByteBuffer.wrap("GET /calls HTTP/1.1\r\n\r\n".getBytes(US_ASCII)));
      StringBuilder answer = new StringBuilder();
      ByteBuffer few = ByteBuffer.allocate(7);
      while (answer.indexOf("}") < 0) {
        int _ = tls.read(few.clear());
        answer.append(US_ASCII.decode(few.flip()));
      }
      assertThat(answer)
          .startsWith("HTTP/1.1 200 OK\r\n")
          .endsWith("\"endUserTokens\":0,\"connections\":1}");
    }
  }

  @Test
  void whoSpeaksNoTlsIsCutOffAndTheNextOneServed() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stub.port())) {
      socket.getOutputStream().write("GET /calls HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer).doesNotContain("HTTP");
    }
    assertServesCallers();
  }

  @Test
  void aServerThatHangsUpInTheHandshakeIsTold() throws Exception {
    try (var listener =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Thread server = Thread.ofPlatform().start(() -> hangUp(listener));
      try (SocketChannel channel = SocketChannel.open(listener.getLocalAddress())) {
        Wire wire = TlsWire.client(certificate.context());
        assertThatThrownBy(() -> wire.over(channel)).isInstanceOf(EOFException.class);
      }
      server.join();
    }
  }

  private static void hangUp(ServerSocketChannel listener) {
    try (SocketChannel channel = listener.accept()) {
      int _ = channel.read(ByteBuffer.allocate(4096));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private URI uri() {
    return URI.create("https://127.0.0.1:" + stub.port() + "/token");
  }

  private InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), stub.port());
  }
}
