package io.axptoken.server.transport;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the calls to one URI have in common. Safe for use by many threads. */
final class Target {
  private final Route route;
  private final String path;
  private volatile @Nullable RequestHead last;

  Target(URI uri, Route route) {
    String rawPath = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    this.path = uri.getRawQuery() == null ? rawPath : rawPath + '?' + uri.getRawQuery();
    this.route = route;
  }

  Route route() {
    return route;
  }

  /**
   * How a request with these headers begins: as a rule they are those of the call before.
   *
   * @throws IllegalArgumentException if one cannot be sent
   */
  RequestHead head(Map<String, String> headers) {
    RequestHead known = last;
    if (known == null || !known.isOf(headers)) {
      known = RequestHead.of(path, route.origin().authority(), headers);
      last = known;
    }
    return known;
  }
}
