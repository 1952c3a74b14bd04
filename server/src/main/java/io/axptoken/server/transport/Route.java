package io.axptoken.server.transport;

import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where new connections to an origin go: to what its host name leads to now or, while the name
 * cannot be looked up, to the address that was reached last. Safe for use by many threads.
 */
final class Route {
  /** So long the last address is used without asking for the name again. */
  private static final long LOOKUP_PAUSE = Duration.ofSeconds(1).toNanos();

  private final Origin origin;
  private final ConnectOptions byName;
  private final boolean tunnelled;
  private volatile @Nullable LastAddress last;

  /** By way of the proxy if the origin is one of TLS and there is a proxy. */
  Route(Origin origin, @Nullable ProxyOptions proxy) {
    this.origin = origin;
    this.tunnelled = origin.tls() && proxy != null;
    this.byName = to(SocketAddress.inetSocketAddress(origin.port(), origin.host()));
    if (tunnelled) {
      byName.setProxyOptions(proxy);
    }
  }

  Origin origin() {
    return origin;
  }

  /** Whether a proxy's tunnel leads there. */
  boolean isTunnelled() {
    return tunnelled;
  }

  /** What to ask the client for now; not to be changed. */
  ConnectOptions options() {
    LastAddress known = last;
    return known != null && known.isUsed() ? known.options : byName;
  }

  /** A connection to that address was made. */
  void reached(InetSocketAddress address) {
    LastAddress known = last;
    if (tunnelled || (known != null && (known.reached.equals(address) || known.isUsed()))) {
      return;
    }
    // Not the address itself: it knows the name it was found by, and would be looked up again.
    String literal = address.getAddress().getHostAddress();
    SocketAddress there = SocketAddress.inetSocketAddress(address.getPort(), literal);
    last = new LastAddress(address, to(there), null);
  }

  /** The name in these options has no address just now; true if there is one to fall back to. */
  @SuppressWarnings("ReferenceEquality")
  boolean lost(ConnectOptions tried) {
    LastAddress known = last;
    if (known == null || tried != byName) {
      return false;
    }
    if (!known.isUsed()) {
      last = new LastAddress(known.reached, known.options, System.nanoTime() + LOOKUP_PAUSE);
    }
    return true;
  }

  /** The host's name stays the one that the certificate must be for. */
  private ConnectOptions to(SocketAddress address) {
    var options = new ConnectOptions().setRemoteAddress(address).setSsl(origin.tls());
    return options.setHost(origin.host()).setPort(origin.port());
  }

  /**
   * The address that was reached last.
   *
   * @param usedUntil until when it stands in for the name, by {@link System#nanoTime}, or {@code
   *     null} if it does not
   */
  private record LastAddress(
      InetSocketAddress reached, ConnectOptions options, @Nullable Long usedUntil) {
    boolean isUsed() {
      return usedUntil != null && usedUntil - System.nanoTime() > 0;
    }
  }
}
