package io.axptoken.service.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** The methods that a log may name: what callers make up may hold names, as paths may. */
public final class KnownMethods {
  public static final String UNKNOWN = "[unknown]";

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS,
          HttpMethod.PATCH,
          HttpMethod.TRACE,
          HttpMethod.CONNECT);

  private KnownMethods() {}

  /** The request's method, or {@code [unknown]}. */
  public static String nameOf(HttpServerRequest request) {
    HttpMethod method = request.method();
    return method != null && METHODS.contains(method) ? method.name() : UNKNOWN;
  }
}
