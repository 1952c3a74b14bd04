package io.axptoken.bench.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFramesTest {
  private final HttpFrames frames = new HttpFrames();

  @Test
  void aMessageIsWholeWhenItsBodyIs() throws IOException {
    receive("POST /a HTTP/1.1\r\nHost: x\r\ncontent-LENGTH:  5\r\n\r\nabcd");
    assertThat(frames.next()).isNull();
    receive("e");
    assertThat(frames.next()).isEqualTo("POST /a HTTP/1.1");
    assertThat(frames.next()).isNull();
  }

  @Test
  void aMessageThatComesByteByByteIsPutTogether() throws IOException {
    String message = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}";
    for (char one : message.substring(0, message.length() - 1).toCharArray()) {
      receive(String.valueOf(one));
      assertThat(frames.next()).isNull();
    }
    receive("}");
    assertThat(frames.next()).isEqualTo("HTTP/1.1 201 Created");
  }

  @Test
  void messagesThatComeTogetherAreToldApart() throws IOException {
    receive(
        "GET /a HTTP/1.1\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /c HTTP/1.1\r\n");
    assertThat(frames.next()).isEqualTo("GET /a HTTP/1.1");
    assertThat(frames.next()).isEqualTo("POST /b HTTP/1.1");
    assertThat(frames.next()).isNull();
    receive("\r\n");
    assertThat(frames.next()).isEqualTo("GET /c HTTP/1.1");
  }

  @Test
  void aMessageMayBeLongerThanTheFirstBuffer() throws IOException {
    receive("GET / HTTP/1.1\r\nContent-Length: 20000\r\n\r\n" + "x".repeat(20_000));
    assertThat(frames.next()).isEqualTo("GET / HTTP/1.1");
  }

  @Test
  void anEndlessHeadIsRefused() {
    assertThatThrownBy(() -> receive("x".repeat(100_000)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("longer than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Transfer-Encoding: chunked", "Content-Length: -1", "Content-Length: two"})
  void aBodyOfUnknownLengthIsRefused(String header) throws IOException {
    receive("POST / HTTP/1.1\r\n" + header + "\r\n\r\n");
    assertThatThrownBy(frames::next).isInstanceOf(ProtocolException.class);
  }

  @Test
  void theEndOfTheConnectionIsTold() {
    assertThatThrownBy(
            () -> frames.readFrom(Channels.newChannel(new ByteArrayInputStream(new byte[0]))))
        .isInstanceOf(EOFException.class);
  }

  private void receive(String text) throws IOException {
    var channel = Channels.newChannel(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    for (int left = text.length(); left > 0; ) {
      int before = frames.filled();
      frames.readFrom(channel);
      left -= frames.filled() - before;
    }
  }
}
