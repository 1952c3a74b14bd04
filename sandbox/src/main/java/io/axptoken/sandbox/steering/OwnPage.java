package io.axptoken.sandbox.steering;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of a server's own page, and of tools such as curl, from those that a foreign page
 * makes a browser send. A foreign name that resolves to this machine (DNS rebinding) makes a page
 * same-origin, so names are checked as well.
 *
 * @param host the name or address that the server listens on
 */
public record OwnPage(String host) {
  private static final Pattern ADDRESS =
      Pattern.compile("\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?|[0-9.]+");

  /** Whether the request may look at the sandbox and steer it. */
  public boolean sent(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority != null
        && isOurName(authority.host())
        && isSameSite(request.getHeader("Sec-Fetch-Site"))
        && isSameOrigin(request);
  }

  private boolean isOurName(String name) {
    return name.equalsIgnoreCase("localhost")
        || name.equalsIgnoreCase(host)
        || ADDRESS.matcher(name).matches();
  }

  private static boolean isSameSite(@Nullable String site) {
    return site == null || site.equals("same-origin") || site.equals("none");
  }

  private static boolean isSameOrigin(HttpServerRequest request) {
    String scheme = request.isSSL() ? "https://" : "http://";
    @Nullable String origin = request.getHeader("Origin");
    return origin == null || origin.equals(scheme + request.getHeader("Host"));
  }
}
