package io.axptoken.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The head of a request, checked and encoded once for all calls that carry the same headers, such
 * as those of one access token. Only the length of the body is still to be filled in.
 */
final class RequestHead {
  /** They say where a request ends, and what becomes of its connection: that is settled here. */
  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection");

  private static final int LONGEST_NUMBER = 10;

  private final Map<String, String> source;
  private final byte[] untilLength;
  private final byte[] afterLength;

  private RequestHead(Map<String, String> source, byte[] untilLength, byte[] afterLength) {
    this.source = source;
    this.untilLength = untilLength;
    this.afterLength = afterLength;
  }

  /**
   * Checks and encodes.
   *
   * @param headers names in lower case to values; never changed
   * @throws IllegalArgumentException if one cannot be sent; it quotes none, since they hold secrets
   */
  static RequestHead of(String path, String authority, Map<String, String> headers) {
    var fields = new StringBuilder();
    headers.forEach((name, value) -> append(fields, name, value));
    fields.append("content-length: ");
    var start = new ByteArrayOutputStream();
    start.writeBytes(("POST " + path + " HTTP/1.1\r\n").getBytes(StandardCharsets.UTF_8));
    start.writeBytes(bytes(fields.toString()));
    String host = headers.containsKey("host") ? "" : "\r\nhost: " + authority;
    return new RequestHead(headers, start.toByteArray(), bytes(host + "\r\n\r\n"));
  }

  /** Whether it was made of these very headers. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Map<String, String> headers) {
    return source == headers;
  }

  /** The whole request; the caller is to release it. */
  ByteBuf with(byte[] body, ByteBufAllocator memory) {
    int size = untilLength.length + LONGEST_NUMBER + afterLength.length + body.length;
    ByteBuf request = memory.ioBuffer(size).writeBytes(untilLength);
    ByteBufUtil.writeAscii(request, Integer.toString(body.length));
    return request.writeBytes(afterLength).writeBytes(body);
  }

  private static void append(StringBuilder fields, String name, String value) {
    if (name.isEmpty()
        || HttpHeaderValidationUtil.validateToken(name) >= 0
        || HttpHeaderValidationUtil.validateValidHeaderValue(value) >= 0
        || OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("A header cannot be sent");
    }
    fields.append(name).append(": ").append(value).append("\r\n");
  }

  /** A character that has no byte of its own becomes a question mark. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The headers hold credentials. */
  @Override
  public String toString() {
    return "RequestHead";
  }
}
