package io.axptoken.server.transport;

import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TcpClientConfig;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The platform transport of the server: an HTTP/1.1 client that keeps connections alive. Vert.x
 * makes them, with its name resolver, TLS and proxy tunnels, and Netty decodes what they bring.
 *
 * <p>A call from an event loop stays on it, its connection too, and the stage completes on it;
 * calls from other threads are given a loop. A connection that the peer closed while idle leaves
 * the pool at once. A platform whose name is given another address is followed within a second of
 * the name's being looked up, and no connection is used for longer than a minute. Should the news
 * of a connection's end come between picking it and writing, so that the request cannot be written
 * out, it is written once more on another one; if it went out, the call fails as {@link
 * Reason#BROKEN}.
 */
public final class VertxTransport implements Transport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TUNNEL_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(3);

  /**
   * A connection in constant use would never learn that a tunnel or a balancer leads elsewhere now.
   * By a random part earlier, so that those of many loops and servers do not end together.
   */
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

  /** For each event loop: enough for 64 calls a second to a platform that takes four seconds. */
  public static final int USUAL_CONNECTIONS = 256;

  /** The platform has two URIs per integration; more than this is not worth remembering. */
  private static final int MAX_TARGETS = 1024;

  private final int connections;
  private final VertxInternal vertx;
  private final @Nullable TrustOptions trust;
  private final @Nullable ProxyOptions proxy;
  private final Duration longestLife;

  private final FastThreadLocal<Loop> ownLoop = new FastThreadLocal<>();
  private final Queue<Loop> allLoops = new ConcurrentLinkedQueue<>();
  private final Map<Origin, Route> routes = new ConcurrentHashMap<>();
  private final Map<URI, Target> targets = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Trusts the system's trust anchors, or those given. */
  public VertxTransport(Vertx vertx, @Nullable TrustOptions trust) {
    this(vertx, trust, null);
  }

  /** The same, by way of a proxy if one is given; the system's settings count for nothing here. */
  public VertxTransport(Vertx vertx, @Nullable TrustOptions trust, @Nullable HttpProxy proxy) {
    this(vertx, trust, proxy, USUAL_CONNECTIONS);
  }

  /**
   * The same, with another number of connections that each event loop may have to one host.
   *
   * @param connections at least 1
   */
  public VertxTransport(
      Vertx vertx, @Nullable TrustOptions trust, @Nullable HttpProxy proxy, int connections) {
    this(vertx, trust, proxy, connections, LONGEST_LIFE);
  }

  VertxTransport(
      Vertx vertx,
      @Nullable TrustOptions trust,
      @Nullable HttpProxy proxy,
      int connections,
      Duration longestLife) {
    this.connections = connections;
    this.vertx = (VertxInternal) vertx;
    this.trust = trust;
    this.longestLife = longestLife;
    this.proxy = proxy == null ? null : options(proxy);
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    if (closed) {
      return failed(Reason.CLOSED, null);
    }
    if (request.uri().getHost() == null) {
      return failed(Reason.UNKNOWN_HOST, null);
    }
    var answer = new CompletableFuture<TransportAnswer>();
    try {
      ContextInternal context = vertx.getOrCreateContext();
      EventLoop loop = context.nettyEventLoop();
      if (loop.inEventLoop()) {
        begin(request, context, answer);
      } else {
        loop.execute(() -> begin(request, context, answer));
      }
      return answer;
    } catch (RejectedExecutionException e) {
      return failed(Reason.CLOSED, e);
    }
  }

  /** Why something cannot be sent is not passed on, since that might quote a secret. */
  private void begin(
      TransportRequest request,
      ContextInternal context,
      CompletableFuture<TransportAnswer> answer) {
    try {
      Target target = target(request.uri());
      RequestHead head = target.head(request.headers());
      new PlatformCall(loop(context), target.route(), head, request, context, answer).start();
    } catch (RuntimeException e) {
      answer.completeExceptionally(new TransportException(Reason.BROKEN, null));
    }
  }

  /** On the event loop that waits, if one does. */
  @Override
  public void after(Duration delay, Runnable task) {
    vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run());
  }

  /** Breaks the calls that are under way. */
  @Override
  public void close() {
    closed = true;
    allLoops.forEach(Loop::close);
  }

  boolean isClosed() {
    return closed;
  }

  int connections() {
    return connections;
  }

  Duration longestLife() {
    return longestLife;
  }

  /** Where calls to that URI go. */
  private Target target(URI uri) {
    Target target = targets.get(uri);
    if (target == null) {
      target = new Target(uri, route(Origin.of(uri)));
      if (targets.size() < MAX_TARGETS) {
        targets.put(uri, target);
      }
    }
    return target;
  }

  private Route route(Origin origin) {
    if (routes.size() >= MAX_TARGETS) {
      return new Route(origin, proxy);
    }
    return routes.computeIfAbsent(origin, added -> new Route(added, proxy));
  }

  /** What the event loop that calls has of this transport. */
  private Loop loop(ContextInternal caller) {
    Loop own = ownLoop.getIfExists();
    if (own == null) {
      own = newLoop(caller);
      ownLoop.set(own);
    }
    return own;
  }

  /** In a context of its own, which does not end with the verticle that happens to call first. */
  private Loop newLoop(ContextInternal caller) {
    ContextInternal context =
        vertx
            .contextBuilder()
            .withEventLoop(caller.nettyEventLoop())
            .withThreadingModel(ThreadingModel.EVENT_LOOP)
            .build();
    ContextInternal before = context.beginDispatch();
    try {
      var loop = new Loop(this, context, vertx.createNetClient(tcp(), tls(trust)));
      allLoops.add(loop);
      if (closed) { // Closing does not reach what begins meanwhile.
        loop.close();
      }
      return loop;
    } finally {
      context.endDispatch(before);
    }
  }

  private static CompletionStage<TransportAnswer> failed(Reason reason, @Nullable Throwable cause) {
    return CompletableFuture.failedFuture(new TransportException(reason, cause));
  }

  private static ProxyOptions options(HttpProxy proxy) {
    var options = new ProxyOptions().setHost(proxy.host()).setPort(proxy.port());
    options.setConnectTimeout(TUNNEL_TIMEOUT);
    if (proxy.user() != null && proxy.password() != null) {
      options.setUsername(proxy.user()).setPassword(proxy.password().reveal());
    }
    return options;
  }

  private static TcpClientConfig tcp() {
    return new TcpClientConfig().setConnectTimeout(CONNECT_TIMEOUT);
  }

  private static ClientSSLOptions tls(@Nullable TrustOptions trust) {
    var options = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
    options.setSslHandshakeTimeout(HANDSHAKE_TIMEOUT.toMillis());
    options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    if (trust != null) {
      options.setTrustOptions(trust);
    }
    return options;
  }
}
