package io.axptoken.server.transport;

import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http1ClientConfig;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The platform transport of the server: a Vert.x HTTP/1.1 client that keeps connections alive.
 *
 * <p>A call from an event loop stays on it, its connection too, and the stage completes on it;
 * calls from other threads are given a loop. A connection that the peer closed while idle leaves
 * the pool at once. Should the news come between picking the connection and writing, the request is
 * written once more on another one, provided that nothing of it went out; if something did, the
 * call fails as {@link Reason#BROKEN}.
 */
public final class VertxTransport implements Transport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TUNNEL_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(3);

  /** Shorter than the idle times of usual load balancers, so that we are the ones who close. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /** For each event loop: enough for 64 calls a second to a platform that takes four seconds. */
  private static final int MAX_CONNECTIONS = 256;

  /** The platform has two URIs per integration; more than this is not worth remembering. */
  private static final int MAX_TARGETS = 1024;

  private final Vertx vertx;
  private final @Nullable TrustOptions trust;
  private final @Nullable ProxyOptions proxy;

  /** One client for each event loop: what it resolves, connects and pools stays on that loop. */
  private final FastThreadLocal<HttpClientAgent> clients =
      new FastThreadLocal<>() {
        @Override
        protected HttpClientAgent initialValue() {
          return newClient();
        }
      };

  private final Queue<HttpClientAgent> allClients = new ConcurrentLinkedQueue<>();
  private final Map<URI, RequestOptions> targets = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Trusts the system's trust anchors, or those given. */
  public VertxTransport(Vertx vertx, @Nullable TrustOptions trust) {
    this(vertx, trust, null);
  }

  /** The same, by way of a proxy if one is given; the system's settings count for nothing here. */
  public VertxTransport(Vertx vertx, @Nullable TrustOptions trust, @Nullable HttpProxy proxy) {
    this.vertx = vertx;
    this.trust = trust;
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

  /** A request on a connection of this event loop's pool, or on a new one. */
  Future<HttpClientRequest> request(URI uri) {
    RequestOptions target = targets.get(uri);
    if (target == null) {
      target = target(uri);
      if (targets.size() < MAX_TARGETS) {
        targets.put(uri, target);
      }
    }
    try {
      return clients.get().request(target);
    } catch (IllegalStateException e) { // That is how it says that it was closed meanwhile.
      return Future.failedFuture(e);
    }
  }

  private HttpClientAgent newClient() {
    HttpClientAgent client = vertx.createHttpClient(http(), tls(trust), pool());
    allClients.add(client);
    return client;
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

  /** Whether the way to that URI is a proxy's tunnel. */
  boolean isTunnelled(URI uri) {
    return proxy != null && "https".equalsIgnoreCase(uri.getScheme());
  }

  private RequestOptions target(URI uri) {
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var target = new RequestOptions();
    target.setMethod(HttpMethod.POST).setFollowRedirects(false);
    target.setSsl(tls).setHost(hostOf(uri)).setPort(portOf(uri, tls));
    if (isTunnelled(uri)) {
      target.setProxyOptions(proxy);
    }
    return target.setURI(uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery());
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

  private static PoolOptions pool() {
    return new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS);
  }
}
