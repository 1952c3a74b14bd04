package io.axptoken.push.edge;

import io.axptoken.push.event.PlatformEvent;
import io.axptoken.push.observe.PushMetrics;
import io.axptoken.push.store.Arrival;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.Violation;
import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events: answered 200, without a body, once they are kept. */
final class EventRoutes {
  private static final Logger LOG = System.getLogger(EventRoutes.class.getName());

  /** Under the five seconds after which the platform sends an event again. */
  private static final Duration PATIENCE = Duration.ofMillis(4500);

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Function<Arrival, CompletionStage<Void>> keeper;
  private final InstantSource clock;
  private final PushMetrics metrics;
  private final Throttle lines = new Throttle(5, Duration.ofMinutes(1), Ticker.SYSTEM);

  EventRoutes(
      Function<Arrival, CompletionStage<Void>> keeper, InstantSource clock, PushMetrics metrics) {
    this.keeper = keeper;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** The platform's own, flat. */
  Future<Answer> callback(Request request) {
    return Json.read(
        request, event -> keep(request, PlatformEvent.of(event, clock.instant()), "sessionId"));
  }

  /** An administrator's, within {@code message.data}. */
  Future<Answer> notification(Request request) {
    return Json.read(
        request,
        body -> {
          if (body.getValue("message") instanceof JsonObject message
              && message.getValue("data") instanceof JsonObject data) {
            Object session =
                body.getValue("sessionId") == null
                    ? data.getValue("sessionId")
                    : body.getValue("sessionId");
            return keep(
                request, PlatformEvent.sentByHand(data, session, clock.instant()), "sessionId");
          }
          return violation(
              request,
              "message.data",
              "must be an object; the platform's own events go to axp-callback/notifications");
        });
  }

  private Future<Answer> keep(Request request, @Nullable PlatformEvent event, String field) {
    if (event == null) {
      return violation(request, field, "must be a text of 1 to 200 characters");
    }
    Arrival arrival = new Arrival(event.eventId(), event.sessionId(), event.data().encode());
    return Blocking.back(keeper.apply(arrival))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(_ -> {
          metrics.events("accepted").increment();
          return Answer.empty(200);
        })
        .recover(failure -> Future.succeededFuture(notKept(request, failure)));
  }

  private Answer notKept(Request request, Throwable failure) {
    metrics.events("failed").increment();
    if (lines.lets()) {
      LOG.log(
          Level.ERROR,
          () ->
              "An event could not be kept and was answered 503, so that it is sent again: "
                  + failure.getClass().getSimpleName());
    }
    return Answer.problem(
        request,
        Problem.of(PushProblem.STORE_UNAVAILABLE, "The event could not be kept: send it again."),
        RETRY);
  }

  private Future<Answer> violation(Request request, String field, String rule) {
    metrics.events("refused").increment();
    return Future.succeededFuture(
        Answer.problem(request, Problem.violations(List.of(new Violation(field, rule)))));
  }
}
