package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.Route;
import io.axptoken.service.observe.health.Health;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * While a server is about to stop, has clients go elsewhere with their next request and serves this
 * one as ever; once it stops, refuses what still comes.
 */
public final class Stopping implements Filter {
  private static final Problem DRAINING =
      Problem.of(HttpProblem.DRAINING, "This server is stopping. Try again.");
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Health health;

  /** Asks this at each request. */
  public Stopping(Health health) {
    this.health = health;
  }

  @Override
  public Endpoint to(Endpoint next) {
    return request -> {
      if (health.isLeaving()) {
        sendElsewhere(request);
      }
      return health.isDraining() ? refuse(request) : next.answer(request);
    };
  }

  /** Pages of allowed origins can read why. */
  private static Future<Answer> refuse(Request request) {
    Endpoint draining =
        one -> Future.succeededFuture(Answer.problem(one, DRAINING, RETRY_AFTER).last());
    Route route = request.route();
    return (route == null ? draining : route.origins().to(draining)).answer(request);
  }

  private static void sendElsewhere(Request request) {
    if (request.raw().version() == HttpVersion.HTTP_2) {
      goAway(request.raw().connection());
    } else {
      request.closeAfterwards();
    }
  }

  // Deprecated without a successor that leaves requests on their way alone (RFC 9113, 6.8).
  @SuppressWarnings("deprecation")
  private static void goAway(HttpConnection connection) {
    connection.goAway(0, Integer.MAX_VALUE);
  }
}
