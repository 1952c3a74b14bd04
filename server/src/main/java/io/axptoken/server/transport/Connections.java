package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportException.Reason;
import io.netty.channel.Channel;
import io.vertx.core.net.ConnectOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one origin. The one that was used last is used first, so
 * that those that are not needed grow old; calls for which there is none wait in a row. To be used
 * on that loop alone.
 */
final class Connections {
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Loop loop;
  private final Route route;
  private final int most;
  private final Deque<Connection> free = new ArrayDeque<>();
  private final WaitingCalls waiting = new WaitingCalls();
  private final Set<Connection> open = new HashSet<>();
  private final Set<Attempt> attempts = new HashSet<>();
  private final Growth growth = new Growth();
  private boolean making;
  private boolean looking;

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

  /** Has the call begin on a connection, now or once there is one. */
  void find(PlatformCall call) {
    if (loop.isClosed()) { // Closing does not reach what begins meanwhile.
      call.fail(Reason.CLOSED, null);
      return;
    }
    Connection fit = takeFit();
    if (fit != null) {
      call.begin(fit);
    } else {
      await(call);
    }
  }

  private void await(PlatformCall call) {
    if (waiting.isEmpty()) {
      growth.waitingBegan(System.nanoTime());
    }
    waiting.add(call);
    makeMore();
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

  /** The call waits no longer. */
  void forget(PlatformCall call) {
    waiting.remove(call);
  }

  /** The first at once; further ones only if there is still somebody who waits after a while. */
  private void makeMore() {
    if (open.isEmpty()) {
      makeWhatPays();
    }
    lookLater();
  }

  /** Within the bounds; whoever waits takes whichever becomes free first. */
  private void makeWhatPays() {
    if (making) { // Somebody failed at once, below; the loop goes on when all have heard of that.
      return;
    }
    making = true;
    try {
      while (!waiting.isEmpty() && hasRoom() && !loop.isClosed() && onePays()) {
        make();
      }
    } finally {
      making = false;
    }
  }

  private boolean hasRoom() {
    return attempts.size() < Growth.atOnce(open.size()) && open.size() + attempts.size() < most;
  }

  private boolean onePays() {
    long now = System.nanoTime();
    int promising = (int) attempts.stream().filter(attempt -> isPromising(attempt, now)).count();
    return growth.pays(waiting.size(), open.size(), promising, attempts.size(), now);
  }

  /** Not if it takes long, or longer than those had time who waited when it was begun. */
  private boolean isPromising(Attempt attempt, long now) {
    return now - attempt.began < Growth.PATIENCE.toNanos() && waiting.oldest() <= attempt.newest;
  }

  private void lookLater() {
    if (!looking && !waiting.isEmpty() && hasRoom() && !loop.isClosed()) {
      looking = true;
      long due = System.nanoTime() + LOOK.toNanos();
      loop.after(LOOK, () -> look(due));
    }
  }

  /** A loop that comes late is what calls wait for: one more handshake would hold it up further. */
  private void look(long due) {
    looking = false;
    if (System.nanoTime() - due < LOOK.toNanos()) {
      makeWhatPays();
    }
    lookLater();
  }

  private void make() {
    var attempt = new Attempt(waiting.newest());
    attempts.add(attempt);
    ConnectOptions options = route.options();
    loop.connect(
        options, channel -> made(channel, attempt), cause -> notMade(options, cause, attempt));
  }

  private void made(Channel channel, Attempt attempt) {
    attempts.remove(attempt);
    growth.made(System.nanoTime() - attempt.began);
    var connection = Connection.over(channel, this, loop.newLife());
    open.add(connection);
    loop.watch();
    if (channel.remoteAddress() instanceof InetSocketAddress address) {
      route.reached(address);
    }
    if (loop.isClosed()) {
      connection.abandon();
    } else {
      giveBack(connection);
      makeMore();
    }
  }

  private void notMade(ConnectOptions options, Throwable cause, Attempt attempt) {
    attempts.remove(attempt);
    boolean another = Reasons.of(cause) == Reason.UNKNOWN_HOST && route.lost(options);
    if (!another) {
      waiting.takeUntil(attempt.newest, isLastHope()).forEach(call -> call.unreachable(cause));
    }
    makeMore();
  }

  /** Else the failure is that of the first who waits: the others may still be served. */
  private boolean isLastHope() {
    return open.isEmpty() && attempts.isEmpty();
  }

  /** The connection is free: for the first who waits, or for a later call. */
  void giveBack(Connection connection) {
    long now = System.nanoTime();
    PlatformCall next = connection.isFit(now) ? waiting.takeFirst() : null;
    if (next != null) {
      growth.served(now);
      next.begin(connection);
    } else if (connection.isFit(now)) {
      free.addLast(connection);
    } else {
      connection.close();
    }
  }

  /** A connection was used for one call for so long. */
  void carried(long nanos) {
    growth.carried(nanos);
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
    return open.isEmpty() && attempts.isEmpty() && waiting.isEmpty();
  }

  /** Fails those who wait. */
  void close() {
    waiting.takeAll().forEach(call -> call.fail(Reason.CLOSED, null));
  }

  /** A connection that is being made. */
  private static final class Attempt {
    private final long began = System.nanoTime();

    /** Who had come last by then: those who came later have waited less than it took. */
    private final long newest;

    private Attempt(long newest) {
      this.newest = newest;
    }
  }
}
