package io.axptoken.service.http;

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers a request body, and never more of it than the limit. */
public final class RequestBody {
  private static final int MAX_BYTES = 16 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(10);

  private static final Problem TOO_LARGE =
      Problem.of(
          HttpProblem.PAYLOAD_TOO_LARGE, "The body may have " + MAX_BYTES + " bytes at most.");
  private static final Problem TOO_SLOW =
      Problem.of(
          HttpProblem.REQUEST_TIMEOUT,
          "The body was not complete within " + MAX_TIME.toSeconds() + " seconds.");

  /** So many always fit into a long. */
  private static final int MAX_DIGITS = 18;

  private final Promise<Outcome> done = Promise.promise();
  private Buffer bytes = Buffer.buffer();

  private RequestBody() {}

  /** What came of it, and so what is answered. */
  private interface Outcome {
    Future<Answer> answer(Request request, Function<Buffer, Future<Answer>> whole);
  }

  /**
   * Reads the body, at most 16 KiB of it within ten seconds.
   *
   * @param whole answers if all of it came; otherwise the answer says what was wrong, and ends the
   *     connection. To a client that went away there is no answer
   */
  public static Future<Answer> read(Request request, Function<Buffer, Future<Answer>> whole) {
    RequestBody body = new RequestBody();
    HttpServerRequest raw = request.raw();
    if (announcesTooMuch(raw.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      body.done.complete(refused(TOO_LARGE));
    } else {
      request.askForBody();
    }
    raw.handler(body::append);
    raw.exceptionHandler(failure ->
        body.done.tryComplete(
            isGone(failure) ? RequestBody::nobody : refused(UnreadableRequest.MALFORMED)));
    raw.endHandler(_ -> body.done.tryComplete((_, next) -> next.apply(body.bytes)));
    Context context = Objects.requireNonNull(Vertx.currentContext());
    context.runOnContext(_ -> body.waitForTheRest(context.owner()));
    return body.done.future().compose(outcome -> outcome.answer(request, whole));
  }

  private static Outcome refused(Problem problem) {
    return (request, _) -> Future.succeededFuture(Answer.problem(request, problem).last());
  }

  private static Future<Answer> nobody(Request request, Function<Buffer, Future<Answer>> whole) {
    return Promise.<Answer>promise().future();
  }

  /** As a rule the body comes whole with its head, and no timer is needed. */
  private void waitForTheRest(Vertx vertx) {
    if (!done.future().isComplete()) {
      long deadline = vertx.setTimer(MAX_TIME.toMillis(), _ -> done.tryComplete(refused(TOO_SLOW)));
      done.future().onComplete(_ -> vertx.cancelTimer(deadline));
    }
  }

  private void append(Buffer chunk) {
    if (done.future().isComplete()) {
      return;
    }
    if (bytes.length() + chunk.length() > MAX_BYTES) {
      done.complete(refused(TOO_LARGE));
      bytes = Buffer.buffer();
    } else {
      bytes = bytes.length() == 0 ? chunk : bytes.appendBuffer(chunk);
    }
  }

  /** The client is; the decoder has exceptions of other kinds. */
  private static boolean isGone(Throwable failure) {
    return failure instanceof IOException || failure instanceof VertxException;
  }

  private static boolean announcesTooMuch(@Nullable String contentLength) {
    return contentLength != null
        && (contentLength.length() > MAX_DIGITS || Long.parseLong(contentLength) > MAX_BYTES);
  }
}
