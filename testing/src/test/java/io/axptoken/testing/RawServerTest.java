package io.axptoken.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawServerTest {
  private static final String REQUEST = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void itRecordsRequestsAndCountsConnections() throws Exception {
    try (var server = RawServer.start(Script.answer(200, "{}"));
        var peer = connect(server)) {
      assertThat(exchange(peer)).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n{}");
      assertThat(exchange(peer)).startsWith("HTTP/1.1 200 ");
      assertThat(server.requests()).containsExactly(REQUEST, REQUEST);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.openConnections()).isEqualTo(1);
      peer.shutdownOutput();
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void eachConnectionGetsItsScriptAndTheLastIsForTheRest() throws Exception {
    try (var server = RawServer.start(Script.hangUp(), Script.answerThenClose(503, ""));
        var first = connect(server)) {
      assertThat(readAll(first)).isEmpty();
      for (int i = 0; i < 2; i++) {
        try (var next = connect(server)) {
          assertThat(readAll(next)).startsWith("HTTP/1.1 503 ");
        }
      }
      server.awaitConnections(3);
      server.awaitRequests(3);
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void byteByByteIsAWholeAnswer() throws Exception {
    try (var server = RawServer.start(Script.byteByByte(200, "{\"a\":1}"));
        var peer = connect(server)) {
      assertThat(exchange(peer)).endsWith("{\"a\":1}");
    }
  }

  @Test
  void aResetReachesThePeer() throws Exception {
    for (Script script : new Script[] {Script.reset(), Script.resetMidBody()}) {
      try (var server = RawServer.start(script);
          var peer = connect(server)) {
        assertThatThrownBy(() -> readAll(peer)).isInstanceOf(SocketException.class);
      }
    }
  }

  @Test
  void stallingLastsUntilThePeerGivesUp() throws Exception {
    try (var server = RawServer.start(Script.stall());
        var peer = connect(server)) {
      peer.setSoTimeout(100);
      assertThatThrownBy(() -> readAll(peer)).isInstanceOf(SocketTimeoutException.class);
      assertThat(server.openConnections()).isEqualTo(1);
      peer.shutdownOutput();
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void brokenAnswersEndEarly() throws Exception {
    try (var server = RawServer.start(Script.truncate(), Script.wrongLength(), Script.junk())) {
      for (String end : new String[] {"{\"half\":", "many\r\n\r\n{}", "\u0007"}) {
        try (var peer = connect(server)) {
          assertThat(readAll(peer)).endsWith(end);
        }
      }
    }
  }

  @Test
  void aHugeBodyHasTheLengthItPromises() throws Exception {
    try (var server = RawServer.start(Script.hugeBody(100_001));
        var peer = connect(server)) {
      assertThat(exchange(peer)).contains("content-length: 100001").hasSizeGreaterThan(100_001);
    }
  }

  @Test
  void closingTheServerEndsEveryConnection() throws Exception {
    var server = RawServer.start(Script.stall());
    try (var peer = connect(server)) {
      try (server) {
        server.awaitConnections(1);
      }
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
      server.awaitOpenConnections(0);
    }
  }

  @Test
  void aRefusedPortRefusesAndADeafServerNeverAnswers() throws IOException {
    try (var refused = RawServer.refusing();
        var deaf = RawServer.deaf()) {
      assertThatThrownBy(() -> connect(refused.port())).isInstanceOf(ConnectException.class);
      assertThatThrownBy(() -> connect(deaf.port())).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static Socket connect(RawServer server) throws IOException {
    return connect(server.port());
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static String readAll(Socket peer) throws IOException {
    peer.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
    return new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String exchange(Socket peer) throws IOException {
    peer.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
    var answer = new StringBuilder();
    int length = -1;
    while (length < 0 || answer.length() < length) {
      answer.append((char) peer.getInputStream().read());
      int end = answer.indexOf("\r\n\r\n");
      if (length < 0 && end >= 0) {
        String head = answer.toString();
        length =
            end + 4 + Integer.parseInt(head.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
      }
    }
    return answer.toString();
  }
}
