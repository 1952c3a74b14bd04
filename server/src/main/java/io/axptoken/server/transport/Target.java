package io.axptoken.server.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls to one URI go: to what its host name leads to now or, while the name cannot be
 * looked up, to the address that was reached last. Safe for use by many threads.
 */
final class Target {
  /** So long the last address is used without asking for the name again. */
  private static final long LOOKUP_PAUSE = Duration.ofSeconds(1).toNanos();

  private final RequestOptions byName;
  private final boolean tunnelled;
  private volatile @Nullable LastAddress last;
  private volatile @Nullable ReadyHeaders ready;

  /** By way of the proxy if the URI is one of TLS and there is a proxy. */
  Target(URI uri, @Nullable ProxyOptions proxy) {
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    this.byName = options(uri, tls);
    this.tunnelled = tls && proxy != null;
    if (tunnelled) {
      byName.setProxyOptions(proxy);
    }
  }

  /** Whether a proxy's tunnel leads there. */
  boolean isTunnelled() {
    return tunnelled;
  }

  /** What to ask the client for now. */
  RequestOptions options() {
    LastAddress known = last;
    return known != null && known.isUsed() ? known.options : byName;
  }

  /**
   * Those headers, ready to be sent: as a rule they are those of the call before.
   *
   * @throws IllegalArgumentException if one cannot be sent
   */
  MultiMap headers(Map<String, String> headers) {
    ReadyHeaders known = ready;
    if (known == null || !known.isOf(headers)) {
      known = ReadyHeaders.of(headers);
      ready = known;
    }
    return known.ready();
  }

  /** A connection to that address was made or was there. */
  void reached(SocketAddress address) {
    LastAddress known = last;
    if (tunnelled || (known != null && (known.reached.equals(address) || known.isUsed()))) {
      return;
    }
    var byAddress = new RequestOptions(byName);
    // Not the address itself: it knows the name it was found by, and would be looked up again.
    byAddress.setServer(SocketAddress.inetSocketAddress(address.port(), address.hostAddress()));
    last = new LastAddress(address, byAddress, null);
  }

  /** The name has no address just now; true if there is one to fall back to. */
  boolean lost() {
    LastAddress known = last;
    if (known == null || known.isUsed()) {
      return false;
    }
    last = new LastAddress(known.reached, known.options, System.nanoTime() + LOOKUP_PAUSE);
    return true;
  }

  private static RequestOptions options(URI uri, boolean tls) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var options = new RequestOptions();
    options.setMethod(HttpMethod.POST).setFollowRedirects(false);
    options.setSsl(tls).setHost(hostOf(uri)).setPort(portOf(uri, tls));
    return options.setURI(uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery());
  }

  /** Without the brackets of an IPv6 address. */
  private static String hostOf(URI uri) {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int portOf(URI uri, boolean tls) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return tls ? 443 : 80;
  }

  /**
   * The address that was reached last.
   *
   * @param usedUntil until when it stands in for the name, by {@link System#nanoTime}, or {@code
   *     null} if it does not
   */
  private record LastAddress(
      SocketAddress reached, RequestOptions options, @Nullable Long usedUntil) {
    boolean isUsed() {
      return usedUntil != null && usedUntil - System.nanoTime() > 0;
    }
  }
}
