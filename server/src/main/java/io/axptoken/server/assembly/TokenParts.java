package io.axptoken.server.assembly;

import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.observe.TokenMetrics;
import io.axptoken.service.observe.trace.Tracing;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.time.Ticker;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * What a token server has from its start to its end, whatever its configuration becomes.
 *
 * @param service what every server has
 * @param pages further GET resources by path
 */
record TokenParts(
    LongLived service,
    FailureLog failures,
    TokenMetrics metrics,
    Map<String, Handler<HttpServerRequest>> pages) {

  /** Parts that leave no trace in what operators see of the server: for a rehearsal. */
  static TokenParts apart(LongLived service) {
    LongLived own = LongLived.of(service.vertx(), service.clock(), service.health(), Tracing.OFF);
    FailureLog silent = new FailureLog(Ticker.SYSTEM);
    silent.close();
    return new TokenParts(own, silent, new TokenMetrics(own.metrics()), Map.of());
  }
}
