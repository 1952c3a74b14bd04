package io.axptoken.bench.chat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that is kept, for one call at a time; it blocks the virtual thread that uses it. */
final class Line implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final Socket socket;
  private final InputStream in;
  private final String host;

  Line(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 512);
    host = server.getAuthority();
  }

  /** Sends a request; its answer is to be read. */
  void send(String method, String path, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\n"
            + headers
            + "Content-Length: "
            + bytes.length
            + "\r\n\r\n";
    byte[] request = (head + body).getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(request);
  }

  /** The status line and headers. */
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      head.append((char) next());
    }
    return head.toString();
  }

  /** The body that belongs to that head. */
  String readBody(String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      return read(Integer.parseInt(length.group(1)));
    }
    StringBuilder body = new StringBuilder();
    int size = chunkSize();
    while (size > 0) {
      body.append(read(size));
      chunkSize();
      size = chunkSize();
    }
    readLine();
    return body.toString();
  }

  /** A call from beginning to end; anything but a success is a failure of the bench. */
  String call(String method, String path, String headers, String body) throws IOException {
    send(method, path, headers, body);
    String head = readHead();
    String answer = readBody(head);
    if (!head.startsWith("HTTP/1.1 20")) {
      throw new IOException(method + " " + path + ": " + head.lines().findFirst().orElse(""));
    }
    return answer;
  }

  private int chunkSize() throws IOException {
    String line = readLine();
    return line.isEmpty() ? 0 : Integer.parseInt(line, 16);
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = next();
    while (next != '\n') {
      line.append((char) next);
      next = next();
    }
    return line.toString().strip();
  }

  private String read(int bytes) throws IOException {
    byte[] content = in.readNBytes(bytes);
    if (content.length < bytes) {
      throw new EOFException("the sandbox closed a connection");
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the sandbox closed a connection");
    }
    return next;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
