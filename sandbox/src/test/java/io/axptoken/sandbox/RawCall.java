package io.axptoken.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call over a bare socket, so that a test sees what really comes back. */
public final class RawCall implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  private RawCall(AxpSandbox sandbox, String request) throws IOException {
    socket = new Socket(sandbox.baseUri().getHost(), sandbox.baseUri().getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }

  /** A call of these very bytes. */
  public static RawCall of(AxpSandbox sandbox, String request) throws IOException {
    return new RawCall(sandbox, request);
  }

  static RawCall to(Endpoint endpoint, AxpSandbox sandbox) throws IOException {
    return switch (endpoint) {
      case ACCESS_TOKEN -> accessToken(sandbox);
      case END_USER_TOKEN -> endUserToken(sandbox);
      case INFINITY_TOKEN -> infinityToken(sandbox);
      default -> throw new IllegalArgumentException(endpoint.label());
    };
  }

  private static RawCall infinityToken(AxpSandbox sandbox) throws IOException {
    try (Caller caller = Caller.of(sandbox)) {
      String path = caller.infinityTokenUri().getPath();
      return new RawCall(
          sandbox,
          request(
              sandbox, path, "application/x-www-form-urlencoded", caller.infinityForm(), "none"));
    }
  }

  static RawCall accessToken(AxpSandbox sandbox) throws IOException {
    try (Caller caller = Caller.of(sandbox)) {
      String path = caller.accessTokenUri().getPath();
      return new RawCall(
          sandbox,
          request(sandbox, path, "application/x-www-form-urlencoded", caller.form(), "none"));
    }
  }

  private static RawCall endUserToken(AxpSandbox sandbox) throws IOException {
    try (Caller caller = Caller.of(sandbox)) {
      String path = caller.endUserTokenUri().getPath();
      String user = caller.endUser().encode();
      String bearer = "Bearer " + caller.accessToken();
      return new RawCall(sandbox, request(sandbox, path, "application/json", user, bearer));
    }
  }

  private static String request(
      AxpSandbox sandbox, String path, String type, String body, String authorization) {
    return """
    POST %s HTTP/1.1
    Host: sandbox
    appkey: %s
    authorization: %s
    content-type: %s
    content-length: %d

    %s\
    """
        .formatted(path, sandbox.account().appKey(), authorization, type, body.length(), body)
        .replace("\n", "\r\n");
  }

  /** Everything up to the end of the stream. */
  public String read(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    int next = socket.getInputStream().read();
    while (next >= 0) {
      received.write(next);
      next = socket.getInputStream().read();
    }
    return readSoFar();
  }

  /** The status line and the headers. */
  public String readHead(Duration patience) throws IOException {
    return readUntil("\r\n\r\n", patience);
  }

  /** Everything up to that text. */
  public String readUntil(String text, Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    while (!readSoFar().contains(text)) {
      received.write(socket.getInputStream().read());
    }
    return readSoFar();
  }

  /** Everything until the other side is gone, by an end or by a reset. */
  String readUntilGone(Duration patience) throws IOException {
    try {
      return read(patience);
    } catch (SocketException e) {
      return readSoFar();
    }
  }

  String readSoFar() {
    return received.toString(StandardCharsets.UTF_8);
  }

  static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  static int promisedLength(String answer) {
    Matcher length = LENGTH.matcher(answer);
    return length.find() ? Integer.parseInt(length.group(1)) : -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
