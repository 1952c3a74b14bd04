package io.axptoken.server;

import io.axptoken.server.command.CannotListen;
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
import io.axptoken.server.observe.Logs;
import io.axptoken.server.observe.ManagementServer;
import io.axptoken.server.tls.KeyMaterialException;
import io.axptoken.server.transport.NameLookup;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running server, from start to stop. It is ready only when everything it needs is there, and
 * stops by finishing what is under way. Safe for use by many threads.
 */
public final class Lifecycle {
  private static final Logger LOG = System.getLogger(Lifecycle.class.getName());
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration STOP_TIMEOUT = DRAIN_TIMEOUT.plusSeconds(5);

  /** One core for the event loop of each pair: the kernel needs the other for the sockets. */
  private static final int EVENT_LOOPS =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Settings settings;
  private final Vertx vertx;
  private final Health health = new Health();
  private final Platforms platforms;
  private final FailureLog failures;
  private final Audit audit;
  private final Wiring wiring;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** A promise of its own: what depends on a context of Vert.x never hears of its end. */
  private final Promise<Void> stopped = Promise.promise();

  private Future<PublicListener> listener = Future.failedFuture("not started");
  private Future<ManagementServer> management = Future.failedFuture("not started");

  private Lifecycle(Settings settings, PlatformPlan plan) {
    this.settings = settings;
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setAddressResolverOptions(NameLookup.options()));
    this.wiring = new Wiring(settings, vertx, Clock.systemUTC());
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

  /**
   * Stops: unready at once, then no new connections, then an end when the requests under way are
   * answered, or after ten seconds. Calling it again changes nothing.
   */
  public Future<Void> stop() {
    if (stopping.compareAndSet(false, true)) {
      health.enter(Stage.DRAINING);
      closing(listener.compose(open -> open.shutdown(DRAIN_TIMEOUT)))
          .compose(_ -> closing(management.compose(ManagementServer::close)))
          .onComplete(_ -> closeTheRest());
    }
    return stopped.future();
  }

  private void closeTheRest() {
    failures.close();
    audit.close();
    platforms.close();
    vertx.close().onComplete(stopped);
  }

  /**
   * Stops the server when the process is told to end, waits for it, and lets the process end with
   * status 0 if all went well: an ordered end is no failure.
   */
  public void stopWithTheProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
  }

  private void stopAndWait() {
    LOG.log(Level.INFO, "Stopping: finishing what is under way.");
    try {
      stop()
          .toCompletionStage()
          .toCompletableFuture()
          .get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      LOG.log(Level.INFO, "Stopped.");
      Logs.flush();
      Runtime.getRuntime().halt(0);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.log(Level.WARNING, "Stopped without an orderly end.", failure);
      Logs.flush();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<Void> open(Map<String, Handler<HttpServerRequest>> pages) {
    ServerSettings server = settings.server();
    ManagementSettings probes = settings.management();
    List<Integration> integrations = wiring.integrations(platforms, failures);
    Edge edge = wiring.edge(integrations, audit, health, pages);
    Preparation preparation = new Preparation(integrations);
    preparation.first();
    management =
        ManagementServer.listen(vertx, probes.host(), probes.port(), health)
            .recover(failure -> refused("management", probes.host(), probes.port(), failure));
    listener =
        management.compose(_ ->
            PublicListener.listen(
                    vertx, server.host(), server.port(), wiring.tls(), EVENT_LOOPS, edge)
                .recover(failure -> refused("server", server.host(), server.port(), failure)));
    return listener.onSuccess(this::ready).onSuccess(_ -> preparation.others()).mapEmpty();
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

  /** A step of the stop: what never opened needs no closing, and a failure stops no later step. */
  private static Future<Void> closing(Future<?> step) {
    return step.transform(_ -> Future.succeededFuture());
  }
}
