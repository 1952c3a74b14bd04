package io.axptoken.server.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What stands at one path: a handler for each method, preflights, and 405 for the rest. */
final class Resource {
  private final Map<HttpMethod, Consumer<Exchange>> handlers = new LinkedHashMap<>();
  private Consumer<Exchange> arrival = _ -> {};
  private String ownMethods = "";
  private String allowedMethods = HttpMethod.OPTIONS.name();

  Resource on(HttpMethod method, Consumer<Exchange> handler) {
    if (handlers.put(method, handler) == null) {
      ownMethods += method.name() + ", ";
      allowedMethods = ownMethods + HttpMethod.OPTIONS.name();
    }
    return this;
  }

  /** What is done with every request but a preflight before anything else. */
  Resource onArrival(Consumer<Exchange> observer) {
    arrival = observer;
    return this;
  }

  void serve(Exchange exchange, Cors cors) {
    HttpMethod method = exchange.request().method();
    if (HttpMethod.OPTIONS.equals(method)) {
      cors.preflight(exchange, allowedMethods);
      return;
    }
    arrival.accept(exchange);
    if (cors.admit(exchange)) {
      handlers.getOrDefault(method, this::notAllowed).accept(exchange);
    }
  }

  private void notAllowed(Exchange exchange) {
    exchange.header(HttpHeaders.ALLOW, allowedMethods);
    exchange.problem(
        Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Use one of " + allowedMethods + " here."));
  }
}
