package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.RawHttp2;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection has one handshake; a client that wants another has to connect again. */
@Timeout(60)
class RenegotiationTest {
  private static final byte[] REQUEST =
      RawClient.head("GET /config HTTP/1.1", "Host: localhost").getBytes(StandardCharsets.US_ASCII);

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

  private static SSLSocket connect(String protocol) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            RawHttp2.trustingAnybody()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(15_000);
    socket.setEnabledProtocols(new String[] {protocol});
    socket.startHandshake();
    return socket;
  }

  /** Asks, and reads the status line; the rest is the next reader's. */
  private static void ask(SSLSocket socket) throws IOException {
    socket.getOutputStream().write(REQUEST);
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("}") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      answer.append((char) next);
    }
    assertThat(answer).startsWith("HTTP/1.1 200 ");
  }

  private static void renegotiate(SSLSocket socket) throws IOException {
    socket.startHandshake();
    ask(socket);
  }

  @Test
  void aSecondHandshakeEndsTheConnection(CapturedLogs logs) throws Exception {
    try (SSLSocket socket = connect("TLSv1.2")) {
      ask(socket);

      assertThatThrownBy(() -> renegotiate(socket)).isInstanceOf(IOException.class);
    }
    assertThat(logs.messages(Level.INFO)).isEmpty();
  }

  @Test
  void soDoesOneThatAsksForTheSameSession() throws Exception {
    try (SSLSocket socket = connect("TLSv1.2")) {
      assertThatThrownBy(() -> renegotiate(socket)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void soDoesOneForAnotherSession() throws Exception {
    try (SSLSocket socket = connect("TLSv1.2")) {
      ask(socket);
      socket.getSession().invalidate();

      assertThatThrownBy(() -> renegotiate(socket)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void oneHandshakeServesManyRequests(String protocol) throws Exception {
    try (SSLSocket socket = connect(protocol)) {
      for (int i = 0; i < 20; i++) {
        ask(socket);
      }
      assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  /** Of TLS 1.3 a handshake on an open connection is a new key alone. */
  @Test
  void newKeysAreGoodManners() throws Exception {
    try (SSLSocket socket = connect("TLSv1.3")) {
      ask(socket);
      renegotiate(socket);
      renegotiate(socket);
    }
  }
}
