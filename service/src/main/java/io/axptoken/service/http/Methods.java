package io.axptoken.service.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;

/** An endpoint for each method, and 405 for the rest; preflights are no matter of its own. */
public final class Methods implements Endpoint {
  private final Map<HttpMethod, Endpoint> endpoints = new LinkedHashMap<>();
  private String own = "";
  private String allowed = HttpMethod.OPTIONS.name();

  /** Answers requests of this method so. */
  public Methods on(HttpMethod method, Endpoint endpoint) {
    if (endpoints.put(method, endpoint) == null) {
      own += method.name() + ", ";
      allowed = own + HttpMethod.OPTIONS.name();
    }
    return this;
  }

  /** All methods, as the header {@code Allow} has them. */
  public String allowed() {
    return allowed;
  }

  @Override
  public Future<Answer> answer(Request request) {
    Endpoint endpoint = endpoints.get(request.method());
    return endpoint == null
        ? Future.succeededFuture(notAllowed(request))
        : endpoint.answer(request);
  }

  private Answer notAllowed(Request request) {
    return Answer.problem(
            request, Problem.of(HttpProblem.METHOD_NOT_ALLOWED, "Use one of " + allowed + " here."))
        .with(HttpHeaders.ALLOW, allowed);
  }
}
