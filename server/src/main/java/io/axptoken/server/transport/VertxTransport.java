package io.axptoken.server.transport;

import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.server.socket.GatheredFlush;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientResolverConfig;
import io.vertx.core.http.Http1ClientConfig;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ProxyOptions;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The platform transport of the server: a Vert.x HTTP/1.1 client that keeps connections alive.
 *
 * <p>A call from an event loop stays on it, its connection too, and the stage completes on it;
 * calls from other threads are given a loop. A connection that the peer closed while idle leaves
 * the pool at once, and none is used for longer than a minute, so that a platform whose name is
 * given another address is followed. Should the news come between picking the connection and
 * writing, the request is written once more on another one, provided that nothing of it went out;
 * if something did, the call fails as {@link Reason#BROKEN}.
 */
public final class VertxTransport implements Transport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TUNNEL_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(3);

  /** Shorter than the idle times of usual load balancers, so that we are the ones who close. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /**
   * A connection in constant use would never learn that the platform's name leads elsewhere now. By
   * a random part earlier, so that those of many loops and servers do not end together.
   */
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

  /** How long a client keeps an address of its own accord; {@link NameLookup} bounds the rest. */
  private static final Duration LONGEST_RESOLVED = Duration.ofSeconds(1);

  /** For each event loop: enough for 64 calls a second to a platform that takes four seconds. */
  public static final int USUAL_CONNECTIONS = 256;

  /** The platform has two URIs per integration; more than this is not worth remembering. */
  private static final int MAX_TARGETS = 1024;

  private final int connections;
  private final Vertx vertx;
  private final @Nullable TrustOptions trust;
  private final @Nullable ProxyOptions proxy;
  private final Duration longestLife;

  /** One client for each event loop: what it resolves, connects and pools stays on that loop. */
  private final FastThreadLocal<HttpClientAgent> clients =
      new FastThreadLocal<>() {
        @Override
        protected HttpClientAgent initialValue() {
          return newClient();
        }
      };

  private final Queue<HttpClientAgent> allClients = new ConcurrentLinkedQueue<>();
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
    this.vertx = vertx;
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
    var exchange = new Exchange(this, request);
    if (onOwnEventLoop()) {
      exchange.start();
      return exchange.answer();
    }
    try {
      vertx.getOrCreateContext().runOnContext(_ -> exchange.start());
      return exchange.answer();
    } catch (RejectedExecutionException e) {
      return failed(Reason.CLOSED, e);
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
    allClients.forEach(HttpClientAgent::close);
  }

  Vertx vertx() {
    return vertx;
  }

  boolean isClosed() {
    return closed;
  }

  /** Where calls to that URI go. */
  Target target(URI uri) {
    Target target = targets.get(uri);
    if (target == null) {
      target = new Target(uri, proxy);
      if (targets.size() < MAX_TARGETS) {
        targets.put(uri, target);
      }
    }
    return target;
  }

  /** A request on a connection of this event loop's pool, or on a new one. */
  Future<HttpClientRequest> request(Target target) {
    try {
      return clients.get().request(target.options());
    } catch (IllegalStateException e) { // That is how it says that it was closed meanwhile.
      return Future.failedFuture(e);
    }
  }

  private HttpClientAgent newClient() {
    HttpClientAgent client =
        vertx
            .httpClientBuilder()
            .with(http())
            .with(tls(trust))
            .with(pool())
            .withConnectHandler(VertxTransport::connected)
            .build();
    allClients.add(client);
    return client;
  }

  private static void connected(HttpConnection connection) {
    // The call that suffers says so; without a handler the log would get lines of its own.
    connection.exceptionHandler(_ -> {});
    GatheredFlush.of(connection);
  }

  private static CompletionStage<TransportAnswer> failed(Reason reason, @Nullable Throwable cause) {
    return CompletableFuture.failedFuture(new TransportException(reason, cause));
  }

  private boolean onOwnEventLoop() {
    Context current = Vertx.currentContext();
    return current != null
        && Context.isOnEventLoopThread()
        && current.isEventLoopContext()
        && current.owner().equals(vertx);
  }

  private static ProxyOptions options(HttpProxy proxy) {
    var options = new ProxyOptions().setHost(proxy.host()).setPort(proxy.port());
    options.setConnectTimeout(TUNNEL_TIMEOUT);
    if (proxy.user() != null && proxy.password() != null) {
      options.setUsername(proxy.user()).setPassword(proxy.password().reveal());
    }
    return options;
  }

  private static HttpClientConfig http() {
    var config = new HttpClientConfig().setVersions(HttpVersion.HTTP_1_1);
    config.setHttp1Config(new Http1ClientConfig().setKeepAliveTimeout(KEEP_ALIVE));
    config.setConnectTimeout(CONNECT_TIMEOUT).setVerifyHost(true);
    // Without an end, the client of a busy server would keep the first address it found.
    config.setResolverConfig(new ClientResolverConfig().setMaxKeepAlive(LONGEST_RESOLVED));
    return config;
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

  private PoolOptions pool() {
    double part = 1 - ThreadLocalRandom.current().nextDouble() / 4;
    var pool = new PoolOptions().setHttp1MaxSize(connections);
    pool.setMaxLifetime((int) (longestLife.toMillis() * part));
    return pool.setMaxLifetimeUnit(TimeUnit.MILLISECONDS);
  }
}
