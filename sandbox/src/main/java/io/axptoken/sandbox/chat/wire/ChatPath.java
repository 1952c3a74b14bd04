package io.axptoken.sandbox.chat.wire;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the chat API. What the page's host URL has after the host stands before the fixed part,
 * with a second slash if the URL ends in one. The path is taken as it was sent, so that the colon
 * of {@code :join} is a colon and no part of an id.
 *
 * @param integrationId as it stands in the path
 * @param resource what it names
 * @param id of the session or engagement, or empty
 */
record ChatPath(String integrationId, Resource resource, String id) {
  /** What the path of every call holds. */
  static final String ROOT = "/sdk/digital/chat/v1/integrations/";

  private static final Pattern PATH =
      Pattern.compile("(?:/[^?#]*)?" + ROOT + "(?<integration>[^/]+)/(?<rest>[^?#]*)");

  /** What there is to call. */
  enum Resource {
    SESSIONS("sessions", "POST"),
    SESSION("sessions/([^/:]+)", "GET", "DELETE"),
    EVENTS("sessions/([^/:]+)/events", "GET"),
    ENGAGEMENTS("engagements", "POST"),
    JOIN("engagements/([^/:]+):join", "POST"),
    DISCONNECT("engagements/([^/:]+):disconnect", "POST"),
    MESSAGES("engagements/([^/:]+)/messages", "GET", "POST");

    private final Pattern pattern;
    private final String methods;

    Resource(String regex, String... methods) {
      this.pattern = Pattern.compile(regex);
      this.methods = String.join(", ", methods);
    }

    /** The methods that are served, joined by a comma. */
    String methods() {
      return methods;
    }

    boolean serves(HttpMethod method) {
      return List.of(methods.split(", ")).contains(method.name());
    }
  }

  /** The path as it was sent. */
  static String text(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.path(), "");
  }

  /** The parts of a path, if it names anything. */
  static Optional<ChatPath> parse(HttpServerRequest request) {
    Matcher matcher = PATH.matcher(text(request));
    return matcher.matches()
        ? parse(matcher.group("integration"), matcher.group("rest"))
        : Optional.empty();
  }

  private static Optional<ChatPath> parse(String integrationId, String rest) {
    return Arrays.stream(Resource.values())
        .flatMap(resource -> parse(integrationId, resource, rest).stream())
        .findFirst();
  }

  private static Optional<ChatPath> parse(String integrationId, Resource resource, String rest) {
    Matcher matcher = resource.pattern.matcher(rest);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = matcher.groupCount() == 0 ? "" : matcher.group(1);
    return Optional.of(new ChatPath(integrationId, resource, id));
  }
}
