package io.axptoken.demo.playground;

import io.axptoken.sandbox.steering.OwnPage;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Something the page can do at the sandbox, as a small JSON resource for that page alone. */
final class Action implements Handler<HttpServerRequest> {
  private static final int MAX_BODY_BYTES = 16 * 1024;
  private static final Buffer NOTHING = Buffer.buffer("{}");

  private final HttpMethod method;
  private final PageHeaders headers;
  private final OwnPage ownPage;
  private final Work work;

  /** What comes of a request and its body. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it.
     *
     * @throws IllegalArgumentException if the caller is at fault; the message is for the caller
     */
    Future<Reply> on(HttpServerRequest request, JsonObject body);
  }

  private Action(HttpMethod method, PageHeaders headers, OwnPage ownPage, Work work) {
    this.method = method;
    this.headers = headers;
    this.ownPage = ownPage;
    this.work = work;
  }

  /** Answers what the supplier gives. */
  static Action get(PageHeaders headers, OwnPage ownPage, Supplier<JsonObject> work) {
    return new Action(HttpMethod.GET, headers, ownPage, (_, _) -> done(work.get()));
  }

  /**
   * Answers what the function makes of the body; an {@link IllegalArgumentException} of it is the
   * caller's fault, and its message is for the caller.
   */
  static Action post(PageHeaders headers, OwnPage ownPage, Function<JsonObject, JsonObject> work) {
    return post(headers, ownPage, (_, body) -> done(work.apply(body)));
  }

  /** The same for what takes its time. */
  static Action post(PageHeaders headers, OwnPage ownPage, Work work) {
    return new Action(HttpMethod.POST, headers, ownPage, work);
  }

  private static Future<Reply> done(JsonObject result) {
    return Future.succeededFuture(Reply.of(result));
  }

  @Override
  public void handle(HttpServerRequest request) {
    headers.add(request.response());
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!request.method().equals(method)) {
      request.response().putHeader(HttpHeaders.ALLOW, method.name());
      refuse(request, 405, "Use " + method.name() + " here.");
    } else if (!ownPage.sent(request)) {
      refuse(request, 403, "Only the playground's own page may do this.");
    } else if (method.equals(HttpMethod.GET)) {
      answer(request, NOTHING);
    } else if (!isJson(request)) {
      refuse(request, 415, "Send the body as Content-Type: application/json.");
    } else {
      readThenAnswer(request);
    }
  }

  private void readThenAnswer(HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    request.handler(part -> {
      if (body.length() <= MAX_BODY_BYTES) {
        body.appendBuffer(part);
      }
    });
    request.endHandler(_ -> {
      if (body.length() > MAX_BODY_BYTES) {
        refuse(request, 413, "The body may have " + MAX_BODY_BYTES + " bytes at most.");
      } else {
        answer(request, body);
      }
    });
  }

  private void answer(HttpServerRequest request, Buffer body) {
    try {
      work.on(request, new JsonObject(body))
          .onSuccess(reply -> reply.send(request.response()))
          .onFailure(_ -> refuse(request, 502, "That did not reach the server."));
    } catch (DecodeException _) {
      refuse(request, 400, "The body must be a JSON object.");
    } catch (IllegalArgumentException refused) {
      refuse(request, 400, String.valueOf(refused.getMessage()));
    }
  }

  private static boolean isJson(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null
        && type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private static void refuse(HttpServerRequest request, int status, String detail) {
    JsonObject problem =
        new JsonObject().put("type", "about:blank").put("status", status).put("detail", detail);
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(problem.toBuffer());
  }
}
