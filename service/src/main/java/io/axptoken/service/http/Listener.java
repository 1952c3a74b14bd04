package io.axptoken.service.http;

import io.axptoken.service.http.connection.ConnectionLimit;
import io.axptoken.service.http.connection.ControlFrames;
import io.axptoken.service.http.connection.Framing;
import io.axptoken.service.http.connection.GatheredFlush;
import io.axptoken.service.http.connection.HeadDeadlines;
import io.axptoken.service.http.connection.HeadDecoder;
import io.axptoken.service.http.connection.KnownVersions;
import io.axptoken.service.http.connection.Renegotiation;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.Http2ServerConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketServerConfig;
import io.vertx.core.net.ServerSSLOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The public HTTP or HTTPS socket, served by one or more event loops that share the port. */
public final class Listener {
  private static final Logger LOG = System.getLogger(Listener.class.getName());
  static final int MAX_REQUEST_LINE_BYTES = 4096;
  static final int MAX_HEADER_BYTES = 24 * 1024;

  private static final int MAX_STREAMS = 100;
  private static final int MAX_SMALL_CONTINUATIONS = 16;
  private static final int MAX_UNREAD_BYTES = 1024 * 1024;

  /** More than a page that goes away has under way (CVE-2023-44487). */
  private static final int MAX_RESETS = 200;

  private static final Duration RESETS_WINDOW = Duration.ofSeconds(30);

  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private final List<Context> loops = new CopyOnWriteArrayList<>();
  private final ConnectionLimit limit;

  private Listener(ConnectionLimit limit) {
    this.limit = limit;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 lets the system choose
   * @param tls certificate and protocols of HTTPS, or {@code null} for plain HTTP
   * @param eventLoops how many threads serve, at least 1; a port chosen by the system has one
   */
  public static Future<Listener> listen(
      Vertx vertx,
      String host,
      int port,
      @Nullable ServerSSLOptions tls,
      int eventLoops,
      SurfaceSwitch surface) {
    Listener listener = new Listener(new ConnectionLimit(surface::isTrustedProxy));
    HttpServerConfig config = config(host, port).setVersions(versions(tls != null));
    // Event loops share a port that is named; each would be given one of its own otherwise.
    int instances = port == 0 ? 1 : eventLoops;
    return vertx
        .deployVerticle(
            () -> listener.new Loop(config, tls, surface),
            new DeploymentOptions().setInstances(instances))
        .map(listener);
  }

  /** The port it listens on. */
  public int port() {
    return servers.getFirst().actualPort();
  }

  /** The contexts of the event loops that serve it. */
  public List<Context> loops() {
    return List.copyOf(loops);
  }

  /** Shows another certificate to clients that connect from now on; connections live on. */
  public Future<?> update(ServerSSLOptions tls) {
    return Future.join(servers.stream().map(server -> server.updateSSLOptions(tls)).toList());
  }

  /** Stops accepting, lets requests under way end, and closes what is left after the grace. */
  public Future<?> shutdown(Duration grace) {
    return Future.join(servers.stream().map(server -> server.shutdown(grace)).toList());
  }

  /** That clients break connections is daily life, not an error for the log. */
  private static void expectTrouble(HttpConnection connection) {
    connection.exceptionHandler(trouble ->
        LOG.log(Level.DEBUG, () -> "connection broken: " + trouble.getClass().getName()));
  }

  /** No HTTP/2 without TLS: an upgrade would tunnel through a proxy what the proxy never sees. */
  private static Set<HttpVersion> versions(boolean tls) {
    return tls
        ? EnumSet.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1, HttpVersion.HTTP_2)
        : EnumSet.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);
  }

  private static HttpServerConfig config(String host, int port) {
    return new HttpServerConfig()
        .setTcpHost(host)
        .setTcpPort(port)
        .setWebSocketConfig(noWebSockets())
        .setHandle100ContinueAutomatically(false)
        .setHttp1Config(
            new Http1ServerConfig()
                .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES))
        .setHttp2Config(http2());
  }

  /** There are none here; each extension would look at every message. */
  private static WebSocketServerConfig noWebSockets() {
    return new WebSocketServerConfig()
        .setUsePerFrameCompression(false)
        .setUsePerMessageCompression(false);
  }

  /** What a peer of HTTP/2 may ask of us; all that goes beyond ends its connection. */
  private static Http2ServerConfig http2() {
    return new Http2ServerConfig()
        .setRstFloodMaxRstFramePerWindow(MAX_RESETS)
        .setRstFloodWindowDuration(RESETS_WINDOW)
        .setMaxSmallContinuationFrames(MAX_SMALL_CONTINUATIONS)
        .setConnectionWindowSize(MAX_UNREAD_BYTES)
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(MAX_STREAMS)
                .setMaxHeaderListSize(MAX_HEADER_BYTES)
                .setPushEnabled(false));
  }

  /** One event loop's share of the socket. */
  private final class Loop extends VerticleBase {
    private final HttpServerConfig config;
    private final @Nullable ServerSSLOptions tls;
    private final SurfaceSwitch surface;
    private final HeadDeadlines deadlines = new HeadDeadlines();

    Loop(HttpServerConfig config, @Nullable ServerSSLOptions tls, SurfaceSwitch surface) {
      this.config = config;
      this.tls = tls;
      this.surface = surface;
    }

    @Override
    public Future<?> start() {
      deadlines.watch(vertx);
      HttpServer server =
          tls == null ? vertx.createHttpServer(config) : vertx.createHttpServer(config, tls);
      servers.add(server);
      loops.add(context);
      return server
          .connectionHandler(this::accept)
          .requestHandler(this::serve)
          .invalidRequestHandler(this::refuse)
          .listen();
    }

    private void accept(HttpConnection connection) {
      String address = connection.remoteAddress().hostAddress();
      expectTrouble(connection);
      GatheredFlush.of(connection);
      Renegotiation.refuse(connection);
      deadlines.opened(connection);
      if (connection.protocolVersion() == HttpVersion.HTTP_2) {
        ControlFrames.watch(connection);
      } else {
        HeadDecoder.install(connection, config.getHttp1Config());
        KnownVersions.mark(connection);
      }
      connection.closeHandler(_ -> {
        deadlines.closed(connection);
        limit.leave(address);
      });
      if (!limit.enter(address)) {
        connection.close();
      }
    }

    private void serve(HttpServerRequest request) {
      if (!deadlines.headCame(request)) {
        return;
      }
      if (request.decoderResult().isSuccess() && Framing.isSound(request)) {
        surface.handle(request);
      } else {
        surface.refuse(request);
      }
    }

    private void refuse(HttpServerRequest request) {
      if (deadlines.headCame(request)) {
        surface.refuse(request);
      }
    }
  }
}
