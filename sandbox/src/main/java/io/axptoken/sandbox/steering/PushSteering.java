package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.chat.push.PushAttempt;
import io.axptoken.sandbox.chat.push.PushCallback;
import io.axptoken.sandbox.chat.push.PushCallbacks;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The steering of push callbacks: where they go, and how it went. */
final class PushSteering {
  private static final String PATH = "/sandbox/chat/push-callback";
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MOST_ATTEMPTS = 1000;

  private final PushCallbacks callbacks;

  PushSteering(PushCallbacks callbacks) {
    this.callbacks = callbacks;
  }

  /** Adds the routes, behind what refuses foreign pages. */
  void mount(Router router) {
    router.get(PATH).handler(this::show);
    router.put(PATH).handler(this::set);
    router.delete(PATH).handler(this::off);
  }

  private void show(RoutingContext context) {
    JsonObject json = new JsonObject();
    callbacks.callback().ifPresent(callback -> json.put("callback", json(callback)));
    List<JsonObject> attempts = callbacks.attempts().stream().map(PushSteering::json).toList();
    Answer.json(200, json.put("attempts", new JsonArray(attempts)))
        .with("Cache-Control", "no-store")
        .send(context.response());
  }

  private void set(RoutingContext context) {
    Fields fields = SteeringRequest.body(context);
    fields.allowOnly(
        List.of("url", "absenceMillis", "timeoutMillis", "retryDelayMillis", "attempts"));
    Optional<URI> uri = fields.text("url").flatMap(text -> uri(fields, text));
    Optional<Duration> absence = time(fields, "absenceMillis");
    Optional<Duration> timeout = time(fields, "timeoutMillis");
    Optional<Duration> retryDelay = time(fields, "retryDelayMillis");
    Optional<Integer> attempts =
        fields.has("attempts")
            ? fields.whole("attempts", 1, MOST_ATTEMPTS).map(Long::intValue)
            : Optional.empty();
    UnaryOperator<PushCallback> changes =
        callback -> {
          PushCallback changed = absence.map(callback::withAbsence).orElse(callback);
          changed = timeout.map(changed::withTimeout).orElse(changed);
          changed = retryDelay.map(changed::withRetryDelay).orElse(changed);
          return attempts.map(changed::withAttempts).orElse(changed);
        };
    SteeringRequest.unlessWrong(
        context,
        fields,
        () -> {
          callbacks.callTo(changes.apply(PushCallback.to(uri.orElseThrow())));
          show(context);
        });
  }

  private static Optional<URI> uri(Fields fields, String text) {
    try {
      URI uri = new URI(text);
      if (PushCallback.isAddress(uri)) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    fields.add("url", "must be an http or https address", Violation.WRONG_FORMAT);
    return Optional.empty();
  }

  private static Optional<Duration> time(Fields fields, String name) {
    return fields.has(name)
        ? fields.whole(name, 1, DAY_MILLIS).map(Duration::ofMillis)
        : Optional.empty();
  }

  private void off(RoutingContext context) {
    callbacks.off();
    context.response().setStatusCode(204).end();
  }

  private static JsonObject json(PushCallback callback) {
    return new JsonObject()
        .put("url", callback.uri().toString())
        .put("absenceMillis", callback.absence().toMillis())
        .put("timeoutMillis", callback.timeout().toMillis())
        .put("retryDelayMillis", callback.retryDelay().toMillis())
        .put("attempts", callback.attempts());
  }

  private static JsonObject json(PushAttempt attempt) {
    JsonObject json =
        new JsonObject()
            .put("time", attempt.time().toString())
            .put("eventId", attempt.event().eventId())
            .put("sessionId", attempt.event().sessionId())
            .put("engagementId", attempt.event().engagementId())
            .put("number", attempt.number());
    attempt.status().ifPresent(status -> json.put("status", status));
    return json;
  }
}
