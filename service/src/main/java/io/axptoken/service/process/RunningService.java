package io.axptoken.service.process;

import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.OperationSettings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.http.CannotListen;
import io.axptoken.service.http.Listener;
import io.axptoken.service.http.SurfaceSwitch;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.Health.Stage;
import io.axptoken.service.observe.health.HealthPage;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.observe.health.LogHealth;
import io.axptoken.service.observe.health.ManagementServer;
import io.axptoken.service.observe.health.PartHealth;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.observe.metrics.MetricsPage;
import io.axptoken.service.observe.trace.Tracing;
import io.axptoken.service.reload.CertificateSwap;
import io.axptoken.service.reload.Generation;
import io.axptoken.service.reload.GenerationSwap;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.reload.Program;
import io.axptoken.service.reload.Reloader;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TlsOptions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
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
 * A program's running server, from start to stop. It is ready only when everything it needs is
 * there, and stops by finishing what is under way. Safe for use by many threads.
 *
 * @param <S> the program's settings
 */
public final class RunningService<S extends ServiceSettings> {
  private static final Logger LOG = System.getLogger(RunningService.class.getName());

  private final Program<S> program;
  private final S settings;
  private final @Nullable LiveSettings<S> live;
  private final Vertx vertx;
  private final LongLived lasting;
  private final GenerationSwap<S> generations;
  private final SurfaceSwitch surface;
  private final @Nullable KeyMaterial material;
  private final Shutdown shutdown;
  private final MetricsPage metrics;
  private final Instant started;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** A promise of its own: what depends on a context of Vert.x never hears of its end. */
  private final Promise<Boolean> stopped = Promise.promise();

  private Future<Listener> listener = Future.failedFuture("not started");
  private Future<ManagementServer> management = Future.failedFuture("not started");
  private volatile @Nullable Reloader<S> reloader;

  private RunningService(
      Program<S> program, S settings, @Nullable LiveSettings<S> live, Vertx vertx) {
    this.program = program;
    this.settings = settings;
    this.live = live;
    this.vertx = vertx;
    this.lasting = longLived(program, settings, vertx);
    this.started = lasting.clock().instant();
    this.metrics = new MetricsPage(vertx, lasting.metrics(), Version::current);
    Generation<S> first = program.first(settings, lasting);
    try {
      this.material = CertificateSwap.load(settings.server(), lasting.clock());
    } catch (KeyMaterialException unusable) {
      first.close();
      throw unusable;
    }
    first.enforce();
    this.surface = new SurfaceSwitch(first.surface());
    this.generations = new GenerationSwap<>(first, lasting, surface, material);
    this.shutdown = new Shutdown(vertx, lasting.health(), this::operation);
  }

  private static LongLived longLived(Program<?> program, ServiceSettings settings, Vertx vertx) {
    Health health = new Health();
    Tracing tracing = Tracing.of(settings.tracing(), program.tracer(), Version.current());
    LongLived lasting = LongLived.of(vertx, Clock.systemUTC(), health, tracing);
    lasting.metrics().readiness(health::isReady);
    lasting.metrics().logLinesLost(Logs.loss().totals());
    return lasting;
  }

  /**
   * Starts a program. The future fails when an address cannot be listened on, or keys or settings
   * cannot be used; nothing is left running then.
   */
  public static <S extends ServiceSettings> Future<RunningService<S>> start(
      Program<S> program, S settings) {
    return start(program, settings, null);
  }

  /** As {@link #start(Program, ServiceSettings)}, with settings that may change while it runs. */
  public static <S extends ServiceSettings> Future<RunningService<S>> start(
      Program<S> program, LiveSettings<S> live) {
    return start(program, live.settings(), live);
  }

  private static <S extends ServiceSettings> Future<RunningService<S>> start(
      Program<S> program, S settings, @Nullable LiveSettings<S> live) {
    Vertx vertx = EventLoops.vertx();
    RunningService<S> service;
    try {
      service = new RunningService<>(program, settings, live, vertx);
    } catch (RuntimeException unusable) {
      return vertx.close().transform(_ -> Future.failedFuture(unusable));
    }
    Promise<RunningService<S>> started = Promise.promise();
    Future.succeededFuture()
        .compose(_ -> service.open())
        .onSuccess(_ -> started.complete(service))
        .onFailure(failure -> service.stop().onComplete(_ -> started.fail(failure)));
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
  public void hurry() {
    shutdown.hurry();
  }

  /** How long a stop may wait. */
  Duration longestStop() {
    return operation().shutdownGrace().plus(operation().shutdownTimeout());
  }

  /** What has changes come into force, or {@code null} if the settings cannot be read again. */
  public @Nullable Reloader<S> reloader() {
    return reloader;
  }

  private OperationSettings operation() {
    return generations.generation().settings().server().operation();
  }

  private Future<Void> open() {
    ServerSettings server = settings.server();
    ManagementSettings probes = settings.management();
    Generation<S> first = generations.generation();
    first.warmUp();
    management =
        ManagementServer.listen(
                vertx, probes.host(), probes.port(), lasting.health(), managementPages())
            .recover(failure -> refused("management", probes.host(), probes.port(), failure));
    ServerSSLOptions tls = material == null ? null : TlsOptions.server(material);
    listener =
        management.compose(_ ->
            Listener.listen(vertx, server.host(), server.port(), tls, EventLoops.COUNT, surface)
                .recover(failure -> refused("server", server.host(), server.port(), failure)));
    return listener.onSuccess(this::ready).onSuccess(_ -> first.warmUpTheRest()).mapEmpty();
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
    HealthReport report =
        new HealthReport(lasting.health(), Version.current(), started, lasting.clock());
    int port = listener.succeeded() ? port() : 0;
    report.part("listener", () -> PartHealth.listener(settings.server().ssl(), port));
    report.part("log", () -> LogHealth.of(Logs.loss()));
    generations.describe(report);
    return report;
  }

  private static <T> Future<T> refused(String section, String host, int port, Throwable failure) {
    return Future.failedFuture(
        failure instanceof IOException cause
            ? new CannotListen(section, host, port, cause)
            : failure);
  }

  private void ready(Listener open) {
    if (live != null) {
      Reloader<S> watching = new Reloader<>(program, live, generations, open);
      reloader = watching;
      if (operation().reloadInterval().isPositive()) {
        watching.watch();
      }
    }
    lasting.health().enter(Stage.READY);
    String scheme = settings.server().ssl() ? "[HTTPS] " : "[HTTP] ";
    LOG.log(Level.INFO, () -> scheme + program.name() + " listening on port " + open.port());
  }

  private void closeTheRest(boolean finished) {
    program.stopped();
    program
        .finish()
        .eventually(() -> management.compose(ManagementServer::close))
        .eventually(this::endTraces)
        .onComplete(_ -> {
          metrics.close();
          generations.generation().close();
          vertx.close().onComplete(_ -> stopped.complete(finished));
        });
  }

  private Future<?> endTraces() {
    return vertx.executeBlocking(() -> {
      lasting.tracing().close();
      return true;
    });
  }
}
