package io.axptoken.server;

import io.axptoken.server.assembly.Generation;
import io.axptoken.server.assembly.GenerationSwap;
import io.axptoken.server.assembly.HealthParts;
import io.axptoken.server.assembly.LongLived;
import io.axptoken.server.assembly.PlatformPlan;
import io.axptoken.server.assembly.Reloader;
import io.axptoken.server.assembly.Shutdown;
import io.axptoken.server.assembly.WarmUp;
import io.axptoken.server.edge.EdgeSwitch;
import io.axptoken.server.edge.PublicListener;
import io.axptoken.server.observe.metrics.MetricsPage;
import io.axptoken.server.observe.trace.Tracing;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.LiveSettings;
import io.axptoken.server.transport.NameLookup;
import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.OperationSettings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.http.CannotListen;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.Health.Stage;
import io.axptoken.service.observe.health.HealthPage;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.observe.health.LogHealth;
import io.axptoken.service.observe.health.ManagementServer;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.process.Version;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TlsOptions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running server, from start to stop. It is ready only when everything it needs is there, and
 * stops by finishing what is under way. Safe for use by many threads.
 */
public final class TokenServer {
  private static final Logger LOG = System.getLogger(TokenServer.class.getName());

  /** One core for the event loop of each pair: the kernel needs the other for the sockets. */
  private static final int EVENT_LOOPS =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** No folder for files out of jars: the server starts where nothing can be written to. */
  private static final FileSystemOptions NO_FILE_CACHE =
      new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);

  private final Settings settings;
  private final Vertx vertx;
  private final Health health = new Health();
  private final LongLived lasting;
  private final @Nullable LiveSettings live;
  private final Shutdown shutdown;
  private final MetricsPage metrics;
  private final Instant started;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** A promise of its own: what depends on a context of Vert.x never hears of its end. */
  private final Promise<Boolean> stopped = Promise.promise();

  private Future<PublicListener> listener = Future.failedFuture("not started");
  private Future<ManagementServer> management = Future.failedFuture("not started");
  private volatile @Nullable GenerationSwap changeover;
  private volatile @Nullable Reloader reloader;

  private TokenServer(
      Settings settings,
      @Nullable LiveSettings live,
      Map<String, Handler<HttpServerRequest>> pages) {
    this.settings = settings;
    this.live = live;
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(NO_FILE_CACHE)
                .setAddressResolverOptions(NameLookup.options()));
    this.shutdown = new Shutdown(vertx, health, this::operation);
    this.lasting =
        LongLived.of(
            vertx,
            Clock.systemUTC(),
            health,
            Tracing.of(settings.tracing(), Version.current()),
            pages);
    this.started = lasting.clock().instant();
    this.metrics = new MetricsPage(vertx, lasting.metrics(), Version::current);
    lasting.metrics().readiness(health::isReady);
    lasting.metrics().logLinesLost(Logs.loss().totals());
  }

  /**
   * Starts a server that holds the routes of the token server alone. The future fails when an
   * address cannot be listened on or the TLS files cannot be used; nothing is left running then.
   */
  public static Future<TokenServer> start(Settings settings) {
    return start(settings, Map.of());
  }

  /** As {@link #start(Settings)}, with settings that may change while it runs. */
  public static Future<TokenServer> start(LiveSettings live) {
    return start(live.settings(), live, Map.of());
  }

  /** As {@link #start(Settings)}, with further resources by path, such as a playground's pages. */
  public static Future<TokenServer> start(
      Settings settings, Map<String, Handler<HttpServerRequest>> pages) {
    return start(settings, null, pages);
  }

  private static Future<TokenServer> start(
      Settings settings,
      @Nullable LiveSettings live,
      Map<String, Handler<HttpServerRequest>> pages) {
    PlatformPlan plan;
    try {
      plan = PlatformPlan.of(settings);
    } catch (KeyMaterialException | IllegalArgumentException unusable) {
      return Future.failedFuture(unusable);
    }
    TokenServer lifecycle = new TokenServer(settings, live, pages);
    Promise<TokenServer> started = Promise.promise();
    Future.succeededFuture()
        .compose(_ -> lifecycle.open(plan))
        .onSuccess(_ -> started.complete(lifecycle))
        .onFailure(failure -> lifecycle.stop().onComplete(_ -> started.fail(failure)));
    return started.future();
  }

  /** The port of the public listener. */
  public int port() {
    return listener.result().port();
  }

  /** The port of the probes. */
  public int managementPort() {
    return management.result().port();
  }

  /** The event loops that serve requests. */
  public List<Context> loops() {
    return listener.result().loops();
  }

  public Vertx vertx() {
    return vertx;
  }

  /**
   * Stops: unready at once, and still serving for the configured grace; then no new connections;
   * then an end when the requests under way are answered, or after the configured time. The future
   * tells whether they all were answered. Calling it again changes nothing.
   */
  public Future<Boolean> stop() {
    if (stopping.compareAndSet(false, true)) {
      shutdown.begin(listener).onSuccess(this::closeTheRest);
    }
    return stopped.future();
  }

  /** Ends at once what the stop is waiting for: first the grace, then requests under way. */
  public void hurry() {
    shutdown.hurry();
  }

  /** How long a stop may wait. */
  public Duration longestStop() {
    return operation().shutdownGrace().plus(operation().shutdownTimeout());
  }

  /** What has changes come into force, if the settings can be read again. */
  public @Nullable Reloader reloader() {
    return reloader;
  }

  private OperationSettings operation() {
    GenerationSwap running = changeover;
    Settings now = running == null ? settings : running.generation().settings();
    return now.server().operation();
  }

  private Future<?> endTraces() {
    return vertx.executeBlocking(() -> {
      lasting.tracing().close();
      return true;
    });
  }

  private void closeTheRest(boolean finished) {
    lasting.failures().close();
    management
        .compose(ManagementServer::close)
        .eventually(this::endTraces)
        .onComplete(_ -> {
          metrics.close();
          GenerationSwap running = changeover;
          if (running != null) {
            running.generation().close();
          }
          vertx.close().onComplete(_ -> stopped.complete(finished));
        });
  }

  private Future<Void> open(PlatformPlan plan) {
    ServerSettings server = settings.server();
    ManagementSettings probes = settings.management();
    Generation first = Generation.first(settings, plan, lasting);
    KeyMaterial material = first.wiring().keyMaterial(server);
    EdgeSwitch edge = new EdgeSwitch(first.edge());
    changeover = new GenerationSwap(first, edge, material);
    WarmUp preparation = new WarmUp(first.integrations());
    preparation.first();
    management =
        ManagementServer.listen(vertx, probes.host(), probes.port(), health, managementPages())
            .recover(failure -> refused("management", probes.host(), probes.port(), failure));
    ServerSSLOptions tls = material == null ? null : TlsOptions.server(material);
    listener =
        management.compose(_ ->
            PublicListener.listen(vertx, server.host(), server.port(), tls, EVENT_LOOPS, edge)
                .recover(failure -> refused("server", server.host(), server.port(), failure)));
    return listener.onSuccess(this::ready).onSuccess(_ -> preparation.others()).mapEmpty();
  }

  private Map<String, Handler<HttpServerRequest>> managementPages() {
    Map<String, Handler<HttpServerRequest>> pages = new HashMap<>();
    pages.put("/health", new HealthPage(this::report));
    if (settings.metrics().enabled()) {
      pages.put("/metrics", metrics);
    }
    return pages;
  }

  private HealthReport report() {
    HealthReport report = new HealthReport(health, Version.current(), started, lasting.clock());
    int port = listener.succeeded() ? port() : 0;
    report.part("listener", () -> HealthParts.listener(settings.server().ssl(), port));
    report.part("log", () -> LogHealth.of(Logs.loss()));
    GenerationSwap running = changeover;
    if (running != null) {
      running.describe(report);
    }
    return report;
  }

  private static <T> Future<T> refused(String section, String host, int port, Throwable failure) {
    return Future.failedFuture(
        failure instanceof IOException cause
            ? new CannotListen(section, host, port, cause)
            : failure);
  }

  private void ready(PublicListener open) {
    if (live != null && changeover != null) {
      Reloader watching = new Reloader(live, changeover, open);
      reloader = watching;
      if (operation().reloadInterval().isPositive()) {
        watching.watch();
      }
    }
    health.enter(Stage.READY);
    LOG.log(
        Level.INFO,
        () ->
            (settings.server().ssl() ? "[HTTPS]" : "[HTTP]")
                + " AXP token server listening on port "
                + open.port());
  }
}
