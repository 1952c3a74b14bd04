package io.axptoken.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One accepted connection of a {@link RawServer}, with what a {@link Script} can do to it. */
public final class Conversation {
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");

  private Socket socket;
  private InputStream in;
  private final Consumer<String> journal;

  Conversation(Socket socket, Consumer<String> journal) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.journal = journal;
  }

  /** A whole answer that keeps the connection open. */
  public static String answer(int status, String body) {
    return head(status, body.getBytes(StandardCharsets.UTF_8).length) + body;
  }

  /** The head of an answer with this length of body. */
  public static String head(int status, long length) {
    return "HTTP/1.1 %d Status\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
        .formatted(status, length);
  }

  /**
   * Reads the next request, head and body, byte for byte, and records it.
   *
   * @throws EOFException when the peer closed instead
   */
  public String request() throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!endsWithEmptyLine(bytes)) {
      bytes.write(next());
    }
    Matcher length = LENGTH.matcher(bytes.toString(StandardCharsets.ISO_8859_1));
    for (int left = length.find() ? Integer.parseInt(length.group(1)) : 0; left > 0; left--) {
      bytes.write(next());
    }
    String request = bytes.toString(StandardCharsets.UTF_8);
    journal.accept(request);
    return request;
  }

  /** Speaks TLS from here on; to be called before anything was read. */
  public void startTls(SSLContext context) throws IOException {
    var secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    socket = secured;
    in = new BufferedInputStream(secured.getInputStream());
  }

  /** Sends the text at once. */
  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends the bytes at once. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /**
   * Plays an HTTP proxy: reads a {@code CONNECT}, connects to where it says, and hands all bytes to
   * and fro until one side ends.
   */
  public void tunnel() throws IOException {
    String target = request().split(" ", 3)[1];
    int colon = target.lastIndexOf(':');
    try (Socket platform =
        new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
      send("HTTP/1.1 200 Connection established\r\n\r\n");
      Thread back =
          Thread.ofVirtual().name("raw-tunnel").start(() -> pass(platform::getInputStream, socket));
      pass(() -> in, platform);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(InputOf from, Socket to) {
    try {
      from.stream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side went away; the other one is told below.
    } finally {
      end(to);
    }
  }

  private static void end(Socket side) {
    try {
      side.shutdownOutput();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  /** Where bytes come from. */
  private interface InputOf {
    InputStream stream() throws IOException;
  }

  /** Says nothing until the peer closes its side or the server is closed. */
  public void stall() throws IOException {
    while (in.read() >= 0) {
      // What the peer still sends is of no interest.
    }
  }

  /** Closes this side and waits until the peer has seen it and closed its own. */
  public void finish() throws IOException {
    socket.shutdownOutput();
    stall();
  }

  /** Closes the connection. */
  public void hangUp() throws IOException {
    socket.close();
  }

  /** Breaks the connection with a TCP reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private int next() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("the peer closed");
    }
    return b;
  }

  private static boolean endsWithEmptyLine(ByteArrayOutputStream bytes) {
    int size = bytes.size();
    return size >= 4 && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
  }
}
