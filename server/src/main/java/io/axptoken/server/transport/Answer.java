package io.axptoken.server.transport;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer while it comes in. */
final class Answer {
  private static final Pattern IDLE_TIME = Pattern.compile("\\btimeout=(\\d{1,6})\\b");
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;

  private final HttpResponse head;
  private byte[] bytes = {};
  private int size;

  Answer(HttpResponse head) {
    this.head = head;
  }

  /** Whether that is HTTP/1.0 or 1.1: others have rules that nobody has agreed to. */
  static boolean isKnownVersion(HttpResponse head) {
    HttpVersion version = head.protocolVersion();
    return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
  }

  /** Whether the answer proper is still to come (RFC 9110, section 15.2). */
  static boolean isInterim(HttpResponse head) {
    return head.status().codeClass() == HttpStatusClass.INFORMATIONAL && !isSwitch(head);
  }

  /** Nobody asked for that, so it ends both the call and the connection. */
  private static boolean isSwitch(HttpResponse head) {
    return head.status().code() == SWITCHING_PROTOCOLS;
  }

  /** Whether its head says that it is too large; the decoder has refused what is not a number. */
  boolean announcesTooMuch() {
    String length = head.headers().get(HttpHeaderNames.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > Transport.MAX_BODY_BYTES;
  }

  /** False if that makes it too large. */
  boolean add(ByteBuf content) {
    int more = content.readableBytes();
    if (more > Transport.MAX_BODY_BYTES - size) {
      return false;
    }
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, size == 0 ? more : Math.max(size + more, 2 * size));
    }
    content.readBytes(bytes, size, more);
    size += more;
    return true;
  }

  /** Whether its connection may be used again. */
  boolean leavesConnection() {
    return HttpUtil.isKeepAlive(head) && !isSwitch(head) && !announcesWhatItMustNotHave();
  }

  /** Whoever sends a body where there is none (RFC 9110, 15.3.5) would answer the next call so. */
  private boolean announcesWhatItMustNotHave() {
    int status = head.status().code();
    return (status == NO_CONTENT || status == RESET_CONTENT)
        && (HttpUtil.isTransferEncodingChunked(head) || HttpUtil.getContentLength(head, 0L) != 0);
  }

  /** How long its sender keeps an idle connection, or {@code null} if it does not say. */
  @Nullable Duration idleTime() {
    String said = head.headers().get("keep-alive");
    Matcher time = said == null ? null : IDLE_TIME.matcher(said);
    return time != null && time.find() ? Duration.ofSeconds(Long.parseLong(time.group(1))) : null;
  }

  /** All of it. */
  TransportAnswer whole() {
    byte[] body = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    return new TransportAnswer(head.status().code(), head.headers()::get, body);
  }
}
