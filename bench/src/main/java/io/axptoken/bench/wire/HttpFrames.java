package io.axptoken.bench.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP/1.1 messages that arrive on one connection, whole and one after the other. A body is as
 * long as {@code Content-Length} says; other transfer codings are refused. Not for several threads.
 */
public final class HttpFrames {
  private static final String LENGTH = "\r\ncontent-length:";
  private static final int MAX_MESSAGE = 64 * 1024;

  private byte[] bytes = new byte[4096];
  private int filled;

  /**
   * Reads all that has arrived on {@code channel}.
   *
   * @throws EOFException when the other side has hung up
   */
  public void readFrom(ReadableByteChannel channel) throws IOException {
    do {
      if (filled == bytes.length) {
        grow();
      }
      readOnce(channel);
    } while (filled == bytes.length);
  }

  private void readOnce(ReadableByteChannel channel) throws IOException {
    int count = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
    if (count < 0) {
      throw new EOFException("The connection was closed by the other side.");
    }
    filled += count;
  }

  /** Takes the next whole message off the front and returns its start line, if there is one. */
  public @Nullable String next() throws ProtocolException {
    int headLength = headLength();
    if (headLength < 0) {
      return null;
    }
    String head = new String(bytes, 0, headLength, ISO_8859_1);
    int length = headLength + contentLength(head);
    if (length > filled) {
      return null;
    }
    System.arraycopy(bytes, length, bytes, 0, filled - length);
    filled -= length;
    return head.substring(0, head.indexOf("\r\n"));
  }

  private int headLength() {
    for (int i = 3; i < filled; i++) {
      if (bytes[i] == '\n'
          && bytes[i - 1] == '\r'
          && bytes[i - 2] == '\n'
          && bytes[i - 3] == '\r') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(String head) throws ProtocolException {
    for (int at = head.indexOf('\r'); at >= 0; at = head.indexOf('\r', at + 2)) {
      if (head.regionMatches(true, at, LENGTH, 0, LENGTH.length())) {
        return number(head, at + LENGTH.length());
      }
      if (head.regionMatches(true, at, "\r\ntransfer-encoding:", 0, 20)) {
        throw new ProtocolException("Only bodies with a Content-Length are understood.");
      }
    }
    return 0;
  }

  private static int number(String head, int from) throws ProtocolException {
    try {
      return Integer.parseUnsignedInt(head.substring(from, head.indexOf('\r', from)).strip());
    } catch (NumberFormatException e) {
      throw new ProtocolException("Content-Length is not a number.");
    }
  }

  /** Bytes that have arrived and belong to no message taken yet. */
  int filled() {
    return filled;
  }

  private void grow() throws ProtocolException {
    if (bytes.length >= MAX_MESSAGE) {
      throw new ProtocolException("A message is longer than " + MAX_MESSAGE + " bytes.");
    }
    bytes = Arrays.copyOf(bytes, bytes.length * 2);
  }
}
