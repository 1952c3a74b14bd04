package io.axptoken.sandbox.chat.wire;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that the browser called: behind a proxy, as the proxy tells it ({@code
 * X-Forwarded-Proto}, {@code -Host}, {@code -Port}, {@code -Prefix}), else as {@code Host} does.
 * Only the caller gets to see it, so anybody may say it.
 */
final class PublicAddress {
  private static final Pattern SCHEME = Pattern.compile("https?");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
  private static final Pattern HAS_PORT = Pattern.compile(".*:[0-9]{1,5}");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  private PublicAddress() {}

  /** The absolute URL of the path called, without its query. */
  static String of(HttpServerRequest request) {
    String scheme =
        header(request, "X-Forwarded-Proto", SCHEME).orElse(request.isSSL() ? "https" : "http");
    String host =
        header(request, "X-Forwarded-Host", HOST)
            .or(() -> header(request, "Host", HOST))
            .orElse("localhost");
    String prefix = header(request, "X-Forwarded-Prefix", PREFIX).orElse("");
    return scheme + "://" + host + port(request, scheme, host) + prefix + request.path();
  }

  private static String port(HttpServerRequest request, String scheme, String host) {
    String usual = scheme.equals("https") ? "443" : "80";
    return header(request, "X-Forwarded-Port", PORT)
        .filter(port -> !port.equals(usual) && !HAS_PORT.matcher(host).matches())
        .map(port -> ":" + port)
        .orElse("");
  }

  /** The value nearest to the browser, if it has that form. */
  private static Optional<String> header(HttpServerRequest request, String name, Pattern form) {
    @Nullable String value = request.getHeader(name);
    return Optional.ofNullable(value)
        .map(list -> list.split(",", 2)[0].strip())
        .filter(first -> form.matcher(first).matches());
  }
}
