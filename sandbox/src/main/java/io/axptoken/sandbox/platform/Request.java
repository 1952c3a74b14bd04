package io.axptoken.sandbox.platform;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A call to an endpoint, read whole.
 *
 * @param method such as {@code POST}
 * @param accountId the account that the path names, empty where it names none
 * @param uri path and query
 * @param headers all of them
 * @param body all of it
 */
public record Request(String method, String accountId, String uri, MultiMap headers, Buffer body) {

  static Request of(RoutingContext context) {
    Buffer body = context.body().buffer();
    return new Request(
        context.request().method().name(),
        Objects.requireNonNullElse(context.pathParam("accountId"), ""),
        context.request().uri(),
        context.request().headers(),
        body == null ? Buffer.buffer() : body);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Whether the body's media type is this one, whatever its parameters. */
  public boolean isOf(String mediaType) {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    String bare = end < 0 ? type : type.substring(0, end);
    return bare.strip().toLowerCase(Locale.ROOT).equals(mediaType);
  }

  /** The body as text. */
  public String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  Answer refuse(int status, String detail) {
    return refuse(Problem.of(status, detail));
  }

  Answer refuse(Problem problem) {
    int query = uri.indexOf('?');
    return problem.answer(query < 0 ? uri : uri.substring(0, query));
  }
}
