package io.axptoken.sandbox.platform;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A refusal as the platform tells it: a problem object (RFC 9457) with the platform's types.
 *
 * @param kind the end of its type URI, and empty for {@code about:blank}
 * @param title what the kind is called
 * @param status the HTTP status
 * @param detail what is wrong here
 * @param violations all broken rules, where there are any
 */
public record Problem(
    String kind, String title, int status, String detail, List<Violation> violations) {
  /** The media type. */
  public static final String CONTENT_TYPE = "application/problem+json";

  private static final String TYPES = "https://sandbox.axptoken.invalid/problems#";
  private static final Map<Integer, String> KINDS =
      Map.of(
          400, "constraint-violation",
          401, "unauthorized",
          403, "forbidden",
          404, "not-found",
          409, "conflict",
          500, "internal-error");

  /** A problem of that status, with the type and the title that go with it. */
  public static Problem of(int status, String detail) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    return new Problem(KINDS.getOrDefault(status, ""), title, status, detail, List.of());
  }

  /** The problem of these broken rules. */
  public static Problem violated(List<Violation> violations) {
    return new Problem(
        "constraint-violation",
        "Constraint Violation",
        400,
        "The request breaks " + violations.size() + " rule(s).",
        List.copyOf(violations));
  }

  /** The answer that tells it, about the resource at that path. */
  public Answer answer(String instance) {
    JsonObject json =
        new JsonObject()
            .put("type", kind.isEmpty() ? "about:blank" : TYPES + kind)
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("instance", instance);
    if (!violations.isEmpty()) {
      json.put("violations", new JsonArray(violations.stream().map(Violation::toJson).toList()));
    }
    return Answer.json(status, json).as(CONTENT_TYPE);
  }
}
