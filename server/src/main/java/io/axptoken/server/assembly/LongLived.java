package io.axptoken.server.assembly;

import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.server.observe.metrics.Reloads;
import io.axptoken.server.observe.trace.Tracing;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.ReloadHealth;
import io.axptoken.service.time.Ticker;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * What a server has from its start to its end, whatever its configuration becomes.
 *
 * @param reloads remembers how changes of the configuration went
 * @param pages further GET resources by path
 */
public record LongLived(
    Vertx vertx,
    Clock clock,
    Health health,
    FailureLog failures,
    Metrics metrics,
    Tracing tracing,
    ReloadHealth reloads,
    Map<String, Handler<HttpServerRequest>> pages) {

  public static LongLived of(
      Vertx vertx,
      Clock clock,
      Health health,
      Tracing tracing,
      Map<String, Handler<HttpServerRequest>> pages) {
    return new LongLived(
        vertx,
        clock,
        health,
        new FailureLog(Ticker.SYSTEM),
        new Metrics(clock),
        tracing,
        new ReloadHealth(clock),
        pages);
  }

  /** Notes that a reload has ended. */
  void reloaded(Reloads.What what, boolean success) {
    reloads.ended(what.name().toLowerCase(Locale.ROOT), success);
    if (success) {
      metrics.reloads().succeeded(what);
    } else {
      metrics.reloads().failed(what);
    }
  }
}
