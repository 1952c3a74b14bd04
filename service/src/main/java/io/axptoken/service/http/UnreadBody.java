package io.axptoken.service.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * What is left of a request when its answer is out. It is read on for a while, since a client that
 * is still sending would take an abrupt end for a broken connection and miss the answer; then it is
 * cut off, for it might never end.
 */
public final class UnreadBody {
  private static final int MAX_BYTES = 256 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(5);
  private static final int MAX_DIGITS = 6;

  /** HTTP/2's code for a stream that ends because nothing more is needed (RFC 9113, 8.1). */
  private static final long NO_ERROR = 0;

  private final HttpServerRequest request;
  private final boolean close;
  private int bytes;

  private UnreadBody(HttpServerRequest request, boolean close) {
    this.request = request;
    this.close = close;
  }

  /** Whether there may be a body that has not come whole. */
  public static boolean mayCome(HttpServerRequest request) {
    return !request.isEnded()
        && (request.version() == HttpVersion.HTTP_2
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || request.headers().contains(HttpHeaders.CONTENT_LENGTH));
  }

  /** Whether a body is still to come that is longer than what would be read on, or may be. */
  public static boolean mayBeLong(HttpServerRequest request) {
    if (request.isEnded() || request.decoderResult().isFailure()) {
      return false;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : length.length() > MAX_DIGITS || Integer.parseInt(length) > MAX_BYTES;
  }

  /**
   * Deals with the rest of an answered request.
   *
   * @param close whether the connection ends with it
   */
  public static void skip(HttpServerRequest request, boolean close) {
    new UnreadBody(request, close).skip();
  }

  private void skip() {
    Context context = Vertx.currentContext();
    if (request.isEnded() || context == null) {
      ended();
      return;
    }
    Vertx vertx = context.owner();
    long deadline = vertx.setTimer(MAX_TIME.toMillis(), _ -> cutOff());
    request.handler(this::count);
    request.exceptionHandler(_ -> vertx.cancelTimer(deadline));
    request.endHandler(_ -> {
      vertx.cancelTimer(deadline);
      ended();
    });
    request.resume();
  }

  private void count(Buffer chunk) {
    bytes += chunk.length();
    if (bytes > MAX_BYTES) {
      cutOff();
    }
  }

  private void ended() {
    if (close) {
      request.connection().close();
    }
  }

  private void cutOff() {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(NO_ERROR);
    } else {
      request.connection().close();
    }
  }
}
