package io.axptoken.service.http;

import io.vertx.core.Future;

/**
 * Answers requests. A future that fails, and an exception, are bugs: whoever calls it turns them
 * into an answer ({@link io.axptoken.service.http.filter.Guard}).
 */
@FunctionalInterface
public interface Endpoint {
  /** The answer to a request; called on the event loop that the request came in on. */
  Future<Answer> answer(Request request);
}
