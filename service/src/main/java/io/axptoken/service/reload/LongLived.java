package io.axptoken.service.reload;

import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.metrics.Metrics;
import io.axptoken.service.observe.trace.Tracing;
import io.vertx.core.Vertx;
import java.time.Clock;

/**
 * What a server has from its start to its end, whatever its configuration becomes.
 *
 * @param reloads counts how changes of the configuration went
 */
public record LongLived(
    Vertx vertx,
    Clock clock,
    Health health,
    Metrics metrics,
    Tracing tracing,
    ReloadCounts reloads) {
  /** All that is new. */
  public static LongLived of(Vertx vertx, Clock clock, Health health, Tracing tracing) {
    Metrics metrics = new Metrics(clock);
    return new LongLived(vertx, clock, health, metrics, tracing, new ReloadCounts(metrics, clock));
  }
}
