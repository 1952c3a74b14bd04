package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportException.Reason;
import io.netty.channel.Channel;
import io.vertx.core.net.ConnectOptions;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one origin. The one that was used last is used first, so
 * that those that are not needed grow old; calls for which there is none wait in a row. To be used
 * on that loop alone.
 */
final class Connections {
  private final Loop loop;
  private final Route route;
  private final int most;
  private final Deque<Connection> free = new ArrayDeque<>();
  private final SequencedSet<Exchange> waiting = new LinkedHashSet<>();

  /** Those of them that no connection is being made for. */
  private final SequencedSet<Exchange> unserved = new LinkedHashSet<>();

  private final Set<Connection> open = new HashSet<>();

  /** What connections are being made for, whether they wait still or not. */
  private final Set<Exchange> expecting = new HashSet<>();

  private boolean making;

  /**
   * None yet.
   *
   * @param most how many may be open at once
   */
  Connections(Loop loop, Route route, int most) {
    this.loop = loop;
    this.route = route;
    this.most = most;
  }

  /** Has the exchange begin on a connection, now or once there is one. */
  void find(Exchange exchange) {
    if (loop.isClosed()) { // Closing does not reach what begins meanwhile.
      exchange.fail(Reason.CLOSED, null);
      return;
    }
    Connection fit = takeFit();
    if (fit != null) {
      exchange.begin(fit);
    } else {
      waiting.addLast(exchange);
      if (!expecting.contains(exchange)) {
        unserved.addLast(exchange);
        makeMore();
      }
    }
  }

  private @Nullable Connection takeFit() {
    long now = System.nanoTime();
    Connection last = free.pollLast();
    while (last != null && !last.isFit(now)) {
      last.close();
      last = free.pollLast();
    }
    return last;
  }

  /** The exchange waits no longer. */
  void forget(Exchange exchange) {
    waiting.remove(exchange);
    unserved.remove(exchange);
  }

  /**
   * One for each who waits, within the bound: nobody relies on one that is made for somebody else,
   * for that may take until the caller has long given up.
   */
  private void makeMore() {
    if (making) { // Somebody failed at once, below; the loop goes on when all have heard of that.
      return;
    }
    making = true;
    try {
      while (!unserved.isEmpty() && hasRoom() && !loop.isClosed()) {
        make(unserved.removeFirst());
      }
    } finally {
      making = false;
    }
  }

  private boolean hasRoom() {
    return open.size() + expecting.size() < most;
  }

  private void make(Exchange whose) {
    expecting.add(whose);
    ConnectOptions options = route.options();
    loop.connect(options, channel -> made(channel, whose), cause -> notMade(options, cause, whose));
  }

  private void made(Channel channel, Exchange whose) {
    expecting.remove(whose);
    var connection = Connection.over(channel, this, loop.newLife());
    open.add(connection);
    loop.watch();
    if (channel.remoteAddress() instanceof InetSocketAddress address) {
      route.reached(address);
    }
    if (loop.isClosed()) {
      connection.abandon();
    } else if (waiting.contains(whose)) {
      give(connection, whose);
    } else { // He has been given one that became free, or given up.
      giveBack(connection);
    }
  }

  /** The failure is that of the exchange it was made for, if that waits still. */
  private void notMade(ConnectOptions options, Throwable cause, Exchange whose) {
    expecting.remove(whose);
    if (Reasons.of(cause) == Reason.UNKNOWN_HOST && route.lost(options)) {
      askAgain(whose);
    } else if (waiting.remove(whose)) {
      whose.unreachable(cause);
    }
    makeMore();
  }

  private void askAgain(Exchange whose) {
    if (waiting.contains(whose)) {
      unserved.addLast(whose);
      makeMore();
    }
  }

  /** The connection is free: for the first who waits, or for a later call. */
  void giveBack(Connection connection) {
    if (!connection.isFit(System.nanoTime())) {
      connection.close();
    } else if (waiting.isEmpty()) {
      free.addLast(connection);
    } else {
      give(connection, waiting.getFirst());
    }
  }

  private void give(Connection connection, Exchange exchange) {
    forget(exchange);
    exchange.begin(connection);
  }

  /** The connection has ended. */
  void gone(Connection connection) {
    free.remove(connection);
    open.remove(connection);
    makeMore();
  }

  /** Ends the free ones that are too old, and sees whether the origin has moved. */
  void sweep() {
    endUnfit();
    if (!open.isEmpty() && !route.isTunnelled()) {
      loop.lookUp(route.origin().host(), this::keepTo);
    }
  }

  /** The name leads to these hosts now: connections to others take no more calls. */
  private void keepTo(List<InetSocketAddress> hosts) {
    for (Connection connection : open) {
      if (!connection.isTo(hosts)) {
        connection.retire();
      }
    }
    endUnfit();
  }

  private void endUnfit() {
    long now = System.nanoTime();
    for (Connection connection : List.copyOf(free)) {
      if (!connection.isFit(now)) {
        connection.close();
      }
    }
  }

  boolean hasOpen() {
    return !open.isEmpty();
  }

  boolean isUnused() {
    return open.isEmpty() && expecting.isEmpty() && waiting.isEmpty();
  }

  /** Fails those who wait. */
  void close() {
    for (Exchange exchange : List.copyOf(waiting)) {
      forget(exchange);
      exchange.fail(Reason.CLOSED, null);
    }
  }
}
