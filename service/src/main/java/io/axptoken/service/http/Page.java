package io.axptoken.service.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Lets somebody else write the answer; it ends as every answer does. */
public final class Page implements Endpoint {
  /** To be called when an answer ends whose end handler was taken. */
  static final Attribute<Handler<Void>> END = new Attribute<>();

  private final Handler<HttpServerRequest> writer;

  /** Hands requests to this writer. */
  public Page(Handler<HttpServerRequest> writer) {
    this.writer = writer;
  }

  @Override
  public Future<Answer> answer(Request request) {
    request.closeIfMoreMayCome();
    Promise<Answer> sent = Promise.promise();
    HttpServerResponse response = request.raw().response();
    Handler<Void> end = request.get(END);
    response.endHandler(_ -> {
      if (end != null) {
        end.handle(null);
      }
      sent.complete(Answer.sent(response.getStatusCode(), response.bytesWritten()));
    });
    writer.handle(request.raw());
    return sent.future();
  }
}
