package io.axptoken.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends the bytes it is told, right or wrong. */
final class RawClient implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(15_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** A whole request for a token, with these further header lines, each ended by CRLF. */
  static String tokenRequest(String headers, String body) {
    return "POST /token HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  /** The head of a request, by its lines. */
  static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends a byte of the text every quarter of a second until the server closes; what it said. */
  String trickle(String text) throws IOException {
    socket.setSoTimeout(250);
    StringBuilder heard = new StringBuilder();
    int sent = 0;
    while (true) {
      try {
        int b = in.read();
        if (b < 0) {
          return heard.toString();
        }
        heard.append((char) b);
      } catch (SocketTimeoutException _) {
        send(text.substring(sent, sent + 1));
        sent = (sent + 1) % text.length();
      }
    }
  }

  /** Breaks the connection with a TCP reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads one answer, head and body; what there is when the server closes instead. */
  String answer() throws IOException {
    String head = head();
    Matcher length = LENGTH.matcher(head);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return head + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  /** Reads the head of one answer; what there is when the server closes instead. */
  String head() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head = "";
    for (int b = in.read(); b >= 0; b = in.read()) {
      bytes.write(b);
      if (b == '\n') {
        head = bytes.toString(StandardCharsets.ISO_8859_1);
      }
      if (head.endsWith("\r\n\r\n")) {
        return head;
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Reads until the server closes. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
