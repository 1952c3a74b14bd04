package io.axptoken.service.http;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a path.
 *
 * @param name how logs and traces call the path, such as {@code /things/{name}}; never what a
 *     caller made up
 * @param group what the path belongs to, of several that are alike, or {@code null}
 * @param origins lets the pages of some origins read its answers, and refuses others
 * @param endpoint answers
 */
public record Route(String name, @Nullable String group, Filter origins, Endpoint endpoint) {
  /** The name of what is not there. */
  public static final String UNKNOWN = "[unknown]";

  /** There is nothing there, as the problem says. */
  public static Route nothing(Filter origins, Problem problem) {
    return new Route(
        UNKNOWN,
        null,
        origins,
        origins.to(request -> Future.succeededFuture(Answer.problem(request, problem))));
  }

  /** Whether there is something at the path. */
  boolean isKnown() {
    return !name.equals(UNKNOWN);
  }
}
