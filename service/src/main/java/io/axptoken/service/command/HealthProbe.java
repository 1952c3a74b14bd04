package io.axptoken.service.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks one HTTP address for its status, over a bare socket: a probe runs every few seconds, and an
 * HTTP client takes longer to load than to ask.
 */
public final class HealthProbe {
  private static final int LONGEST_LINE = 512;

  private final URI uri;
  private final long deadline;

  private HealthProbe(URI uri, Duration timeout) {
    this.uri = uri;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /**
   * The status of the answer.
   *
   * @param uri plain HTTP, with a host
   * @param timeout for everything together
   * @throws IOException if there is none, or what comes is no HTTP
   */
  public static int status(URI uri, Duration timeout) throws IOException {
    return new HealthProbe(uri, timeout).ask();
  }

  private int ask() throws IOException {
    try (Socket socket = new Socket()) {
      String host = uri.getHost().replaceAll("[\\[\\]]", "");
      int port = uri.getPort() < 0 ? 80 : uri.getPort();
      socket.connect(new InetSocketAddress(host, port), millisLeft());
      socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
      return statusOf(line(socket));
    }
  }

  private String request() {
    return "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
        .formatted(uri.getRawPath(), uri.getRawAuthority());
  }

  private String line(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    while (line.length() < LONGEST_LINE) {
      socket.setSoTimeout(millisLeft());
      int next = in.read();
      if (next < 0 || next == '\n') {
        break;
      }
      line.append((char) next);
    }
    return line.toString();
  }

  private static int statusOf(String line) throws IOException {
    if (!line.startsWith("HTTP/1.") || !line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?\\r?")) {
      throw new IOException("what answers there does not speak HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private int millisLeft() throws SocketTimeoutException {
    long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (millis < 1) {
      throw new SocketTimeoutException();
    }
    return (int) millis;
  }
}
