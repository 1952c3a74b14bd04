package io.axptoken.server.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Gathers a request body, and never more of it than the limit. */
final class BodyReader {
  private static final int MAX_BYTES = 16 * 1024;

  /** What came. */
  sealed interface Body {
    /** All of it. */
    record Whole(Buffer bytes) implements Body {}

    /** More than we take; the rest is thrown away as it comes. */
    record TooLarge(int maxBytes) implements Body {}
  }

  private final Promise<Body> done = Promise.promise();
  private Buffer bytes = Buffer.buffer();

  private BodyReader() {}

  /** Reads the body; the future fails only when the client goes away. */
  static Future<Body> read(HttpServerRequest request) {
    BodyReader reader = new BodyReader();
    if (announcesTooMuch(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      reader.done.complete(new Body.TooLarge(MAX_BYTES));
    }
    request.handler(reader::append);
    request.exceptionHandler(reader.done::tryFail);
    request.endHandler(_ -> reader.done.tryComplete(new Body.Whole(reader.bytes)));
    return reader.done.future();
  }

  private void append(Buffer chunk) {
    if (done.future().isComplete()) {
      return;
    }
    if (bytes.length() + chunk.length() > MAX_BYTES) {
      done.complete(new Body.TooLarge(MAX_BYTES));
      bytes = Buffer.buffer();
    } else {
      bytes = bytes.length() == 0 ? chunk : bytes.appendBuffer(chunk);
    }
  }

  private static boolean announcesTooMuch(@Nullable String contentLength) {
    return contentLength != null
        && (contentLength.length() > 9 || Long.parseLong(contentLength) > MAX_BYTES);
  }
}
