package io.axptoken.server.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers a request body, and never more of it than the limit. */
final class BodyReader {
  private static final int MAX_BYTES = 16 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(10);

  /** So many always fit into a long. */
  private static final int MAX_DIGITS = 18;

  /** What came. */
  sealed interface Body {
    /** Hands this to the case that it is: a kind that is added has to have one. */
    void match(Exchange exchange, Cases cases);

    /** What is done in each case. */
    interface Cases {
      /** All of it came. */
      void whole(Exchange exchange, Whole body);

      /** It did not. */
      void unfit(Exchange exchange, Unfit body);
    }

    /** All of it. */
    record Whole(Buffer bytes) implements Body {
      @Override
      public void match(Exchange exchange, Cases cases) {
        cases.whole(exchange, this);
      }
    }

    /** Not all of it. */
    sealed interface Unfit extends Body {
      @Override
      default void match(Exchange exchange, Cases cases) {
        cases.unfit(exchange, this);
      }
    }

    /** More than we take; the rest is thrown away as it comes. */
    record TooLarge(int maxBytes) implements Unfit {}

    /** Not all of it in time. */
    record TooSlow(Duration maxTime) implements Unfit {}

    /** Not all of it: the client went away. */
    record BrokenOff() implements Unfit {}

    /** Not framed as a body must be. */
    record Misframed() implements Unfit {}
  }

  private final Promise<Body> done = Promise.promise();
  private Buffer bytes = Buffer.buffer();

  private BodyReader() {}

  /** Reads the body; the future never fails. */
  static Future<Body> read(Exchange exchange) {
    BodyReader reader = new BodyReader();
    HttpServerRequest request = exchange.request();
    if (announcesTooMuch(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      reader.done.complete(new Body.TooLarge(MAX_BYTES));
    } else {
      exchange.askForBody();
    }
    request.handler(reader::append);
    request.exceptionHandler(trouble ->
        reader.done.tryComplete(isGone(trouble) ? new Body.BrokenOff() : new Body.Misframed()));
    request.endHandler(_ -> reader.done.tryComplete(new Body.Whole(reader.bytes)));
    Context context = Objects.requireNonNull(Vertx.currentContext());
    context.runOnContext(_ -> reader.waitForTheRest(context.owner()));
    return reader.done.future();
  }

  /** As a rule the body comes whole with its head, and no timer is needed. */
  private void waitForTheRest(Vertx vertx) {
    if (!done.future().isComplete()) {
      long deadline =
          vertx.setTimer(MAX_TIME.toMillis(), _ -> done.tryComplete(new Body.TooSlow(MAX_TIME)));
      done.future().onComplete(_ -> vertx.cancelTimer(deadline));
    }
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

  /** The client is; the decoder has exceptions of other kinds. */
  private static boolean isGone(Throwable trouble) {
    return trouble instanceof IOException || trouble instanceof VertxException;
  }

  private static boolean announcesTooMuch(@Nullable String contentLength) {
    return contentLength != null
        && (contentLength.length() > MAX_DIGITS || Long.parseLong(contentLength) > MAX_BYTES);
  }
}
