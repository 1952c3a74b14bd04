package io.axptoken.server;

import io.axptoken.server.command.CannotListen;
import io.axptoken.server.command.Version;
import io.axptoken.server.config.ManagementSettings;
import io.axptoken.server.config.ServerSettings;
import io.axptoken.server.config.Settings;
import io.axptoken.server.edge.Edge;
import io.axptoken.server.edge.Integration;
import io.axptoken.server.edge.PublicListener;
import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.Health;
import io.axptoken.server.observe.Health.Stage;
import io.axptoken.server.observe.HealthPage;
import io.axptoken.server.observe.HealthReport;
import io.axptoken.server.observe.ManagementServer;
import io.axptoken.server.observe.metrics.MetricsPage;
import io.axptoken.server.tls.KeyMaterialException;
import io.axptoken.server.transport.NameLookup;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running server, from start to stop. It is ready only when everything it needs is there, and
 * stops by finishing what is under way. Safe for use by many threads.
 */
public final class Lifecycle {
  private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

  /** One core for the event loop of each pair: the kernel needs the other for the sockets. */
  private static final int EVENT_LOOPS =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** No folder for files out of jars: the server starts where nothing can be written to. */
  private static final FileSystemOptions NO_FILE_CACHE =
      new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);

  private final Settings settings;
  private final Vertx vertx;
  private final Health health = new Health();
  private final Platforms platforms;
  private final FailureLog failures;
  private final Audit audit;
  private final Wiring wiring;
  private final Shutdown shutdown;
  private final MetricsPage metrics;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** A promise of its own: what depends on a context of Vert.x never hears of its end. */
  private final Promise<Boolean> stopped = Promise.promise();

  private Future<PublicListener> listener = Future.failedFuture("not started");
  private Future<ManagementServer> management = Future.failedFuture("not started");

  private Lifecycle(Settings settings, PlatformPlan plan) {
    this.settings = settings;
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(NO_FILE_CACHE)
                .setAddressResolverOptions(NameLookup.options()));
    this.shutdown = new Shutdown(vertx, health, settings.server().operation());
    this.wiring = new Wiring(settings, vertx, Clock.systemUTC());
    this.metrics = new MetricsPage(vertx, wiring.metrics(), Version::current);
    wiring.metrics().readiness(health::isReady);
    this.failures = wiring.failureLog();
    this.audit = wiring.audit();
    this.platforms = wiring.platforms(plan);
  }

  /**
   * Starts a server that holds the routes of the token server alone. The future fails when an
   * address cannot be listened on or the TLS files cannot be used; nothing is left running then.
   */
  public static Future<Lifecycle> start(Settings settings) {
    return start(settings, Map.of());
  }

  /** As {@link #start(Settings)}, with further resources by path, such as a playground's pages. */
  public static Future<Lifecycle> start(
      Settings settings, Map<String, Handler<HttpServerRequest>> pages) {
    Lifecycle lifecycle;
    try {
      lifecycle = new Lifecycle(settings, PlatformPlan.of(settings));
    } catch (KeyMaterialException | IllegalArgumentException unusable) {
      return Future.failedFuture(unusable);
    }
    Promise<Lifecycle> started = Promise.promise();
    Future.succeededFuture()
        .compose(_ -> lifecycle.open(pages))
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
  List<Context> loops() {
    return listener.result().loops();
  }

  Vertx vertx() {
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
  void hurry() {
    shutdown.hurry();
  }

  /** How long a stop may wait. */
  Duration longestStop() {
    var operation = settings.server().operation();
    return operation.shutdownGrace().plus(operation.shutdownTimeout());
  }

  private void closeTheRest(boolean finished) {
    failures.close();
    management
        .compose(ManagementServer::close)
        .onComplete(_ -> {
          audit.close();
          metrics.close();
          platforms.close();
          vertx.close().onComplete(_ -> stopped.complete(finished));
        });
  }

  private Future<Void> open(Map<String, Handler<HttpServerRequest>> pages) {
    ServerSettings server = settings.server();
    ManagementSettings probes = settings.management();
    List<Integration> integrations = wiring.integrations(platforms, failures);
    Edge edge = wiring.edge(integrations, audit, health, pages);
    Preparation preparation = new Preparation(integrations);
    preparation.first();
    management =
        ManagementServer.listen(vertx, probes.host(), probes.port(), health, managementPages())
            .recover(failure -> refused("management", probes.host(), probes.port(), failure));
    listener =
        management.compose(_ ->
            PublicListener.listen(
                    vertx, server.host(), server.port(), wiring.tls(), EVENT_LOOPS, edge)
                .recover(failure -> refused("server", server.host(), server.port(), failure)));
    return listener.onSuccess(this::ready).onSuccess(_ -> preparation.others()).mapEmpty();
  }

  private Map<String, Handler<HttpServerRequest>> managementPages() {
    HealthReport report = wiring.healthReport(health, platforms, this::portOrNone);
    Map<String, Handler<HttpServerRequest>> pages = new HashMap<>();
    pages.put("/health", new HealthPage(report));
    if (settings.metrics().enabled()) {
      pages.put("/metrics", metrics);
    }
    return pages;
  }

  private int portOrNone() {
    return listener.succeeded() ? port() : 0;
  }

  private static <T> Future<T> refused(String section, String host, int port, Throwable failure) {
    return Future.failedFuture(
        failure instanceof IOException cause
            ? new CannotListen(section, host, port, cause)
            : failure);
  }

  private void ready(PublicListener open) {
    health.enter(Stage.READY);
    LOG.log(
        Level.INFO,
        () ->
            "[%s] AXP token server listening on port %d"
                .formatted(settings.server().ssl() ? "HTTPS" : "HTTP", open.port()));
  }
}
