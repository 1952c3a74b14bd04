package io.axptoken.server;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** A client of HTTP/2 over TLS that sends the frames it is told, right or wrong (RFC 9113). */
final class RawHttp2 implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 1;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SSLSocket socket;
  private final DataInputStream in;
  private final OutputStream out;

  /** A frame that came. */
  record Frame(int type, int flags, int stream, Buffer payload) {
    int intAt(int offset) {
      return payload.getInt(offset);
    }
  }

  RawHttp2(int port) throws IOException, GeneralSecurityException {
    socket =
        (SSLSocket)
            trustingAnybody()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(15_000);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
    out.write(PREFACE);
    send(frame(SETTINGS, 0, 0, new byte[0]));
  }

  /** Trusts whoever answers on the loopback. */
  static SSLContext trustingAnybody() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return context;
  }

  /** The bytes of a frame. */
  static byte[] frame(int type, int flags, int stream, byte[] payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** The header block of a request: method GET by its index, the rest as literals (RFC 7541). */
  static byte[] get(String path) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x82);
    pseudo(block, path);
    return block.toByteArray();
  }

  /** The header block of a request with a JSON body. */
  static byte[] post(String path) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x83);
    pseudo(block, path);
    block.writeBytes(header("content-type", "application/json"));
    return block.toByteArray();
  }

  private static void pseudo(ByteArrayOutputStream block, String path) {
    block.write(0x87);
    block.write(0x04);
    text(block, path);
    block.write(0x01);
    text(block, "localhost");
  }

  /** A header as a literal that nobody remembers. */
  static byte[] header(String name, String value) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0);
    text(block, name);
    text(block, value);
    return block.toByteArray();
  }

  private static void text(ByteArrayOutputStream block, String text) {
    if (text.length() < 127) {
      block.write(text.length());
    } else {
      block.write(127);
      int rest = text.length() - 127;
      for (; rest >= 128; rest >>= 7) {
        block.write(rest % 128 + 128);
      }
      block.write(rest);
    }
    block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  RawHttp2 send(byte[]... frames) throws IOException {
    for (byte[] frame : frames) {
      out.write(frame);
    }
    out.flush();
    return this;
  }

  /** The next frame, or {@code null} at the end. */
  @Nullable Frame next() throws IOException {
    int high = in.read();
    if (high < 0) {
      return null;
    }
    int length = high << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    return new Frame(type, flags, in.readInt(), Buffer.buffer(in.readNBytes(length)));
  }

  /** The next frame of this type, or {@code null} if the connection ends without one. */
  @Nullable Frame next(int type) throws IOException {
    Frame frame = next();
    while (frame != null && frame.type() != type) {
      frame = next();
    }
    return frame;
  }

  /** The next frame of this type; that there is none is a failure. */
  Frame expect(int type) throws IOException {
    Frame frame = next(type);
    if (frame == null) {
      throw new AssertionError("the connection ended before a frame of type " + type);
    }
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Trusts whoever answers on the loopback. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
