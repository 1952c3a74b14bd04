package io.axptoken.server.assembly;

import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.observe.TokenMetrics;
import io.axptoken.service.reload.LongLived;
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
    Map<String, Handler<HttpServerRequest>> pages) {}
