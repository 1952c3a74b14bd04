package io.axptoken.server.transport;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What one event loop has of a transport: a client to connect with, the connections it has made and
 * the deadlines of its calls. All but closing is done on that loop.
 */
final class Loop {
  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** More than this many origins are not worth remembering once they are out of use. */
  private static final int MOST_ORIGINS = 256;

  private static final double SPREAD = 0.25;
  private static final double SPREAD_OF_THE_FIRST = 0.95;

  private final long began = System.nanoTime();
  private final VertxTransport transport;
  private final ContextInternal context;
  private final NetClient client;
  private final Deadlines deadlines;
  private final Map<Origin, Connections> connections = new HashMap<>();
  private boolean watched;

  Loop(VertxTransport transport, ContextInternal context, NetClient client) {
    this.transport = transport;
    this.context = context;
    this.client = client;
    this.deadlines = new Deadlines(context.nettyEventLoop());
  }

  boolean isClosed() {
    return transport.isClosed();
  }

  Deadlines deadlines() {
    return deadlines;
  }

  /** Those to where the route leads. */
  Connections connections(Route route) {
    Connections known = connections.get(route.origin());
    if (known == null) {
      if (connections.size() >= MOST_ORIGINS) {
        connections.values().removeIf(Connections::isUnused);
      }
      known = new Connections(this, route, transport.connections());
      connections.put(route.origin(), known);
    }
    return known;
  }

  /** Makes a connection and says what became of it, on this loop. */
  void connect(ConnectOptions options, Consumer<Channel> made, Consumer<Throwable> notMade) {
    ContextInternal before = context.beginDispatch();
    try {
      connect(options).onComplete(socket -> made.accept(channel(socket)), notMade::accept);
    } finally {
      context.endDispatch(before);
    }
  }

  private Future<NetSocket> connect(ConnectOptions options) {
    try {
      return client.connect(options);
    } catch (IllegalStateException e) { // That is how it says that it was closed meanwhile.
      return Future.failedFuture(e);
    }
  }

  /** Tells where a name leads to, if it can be looked up. */
  void lookUp(String host, Consumer<List<InetSocketAddress>> found) {
    ContextInternal before = context.beginDispatch();
    try {
      context.owner().nameResolver().resolveAll(host).onSuccess(found::accept);
    } finally {
      context.endDispatch(before);
    }
  }

  private static Channel channel(NetSocket socket) {
    return ((NetSocketInternal) socket).channelHandlerContext().channel();
  }

  /**
   * How long a new connection may live: the first ones as if they had been there before. Else all
   * that the first burst of calls has opened would end together, and the compiler would see its
   * first end of a connection, which has it translate the busiest code once more, a minute late.
   */
  Duration newLife() {
    long longest = transport.longestLife().toNanos();
    boolean first = System.nanoTime() - began < longest;
    double spread = first ? SPREAD_OF_THE_FIRST : SPREAD;
    return Duration.ofNanos(
        (long) (longest * (1 - spread * ThreadLocalRandom.current().nextDouble())));
  }

  /** Has that done on this loop after a while, unless the loop ends before. */
  void after(Duration delay, Runnable task) {
    var _ = context.nettyEventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Looks after the connections from now on. */
  void watch() {
    if (!watched) {
      watched = true;
      var _ =
          context.nettyEventLoop().schedule(this::sweep, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void sweep() {
    watched = false;
    pools().forEach(Connections::sweep);
    if (connections.values().stream().anyMatch(Connections::hasOpen)) {
      watch();
    }
  }

  /** As they are now: whoever hears of a failure may call another origin at once. */
  private List<Connections> pools() {
    return List.copyOf(connections.values());
  }

  /** Ends all connections and what waits for one; safe to be called by any thread. */
  void close() {
    client.close();
    try {
      context.nettyEventLoop().execute(() -> pools().forEach(Connections::close));
    } catch (RejectedExecutionException e) {
      // The loop has ended, and its calls with it.
    }
  }
}
