package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FaultPlan;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** Writes a fault plan with the fields that it can be read from. */
final class FaultPlanWriter {
  private FaultPlanWriter() {}

  static JsonObject write(FaultPlan plan) {
    JsonObject json =
        new JsonObject().put("endpoint", plan.endpoint().map(Endpoint::label).orElse("all"));
    putFault(json, plan.fault());
    putWhen(json, plan.when());
    return json;
  }

  private static void putWhen(JsonObject json, FaultPlan.When when) {
    switch (when) {
      case FaultPlan.Times times -> json.put("mode", "times").put("times", times.left());
      case FaultPlan.Percent share -> json.put("mode", "percent").put("percent", share.percent());
      case FaultPlan.Always _ -> json.put("mode", "always");
    }
  }

  private static void putFault(JsonObject json, Fault fault) {
    json.put("fault", kind(fault).label());
    switch (fault) {
      case Fault.Status status ->
          putRetryAfter(json.put("status", status.status()), status.retryAfter());
      case Fault.Fcm fcm -> putRetryAfter(json.put("error", fcm.error().name()), fcm.retryAfter());
      case Fault.Html html -> json.put("status", html.status());
      case Fault.Delay delay -> json.put("delayMillis", delay.delay().toMillis());
      case Fault.Huge huge -> json.put("bytes", huge.bytes());
      case Fault.Redirect redirect -> json.put("location", redirect.location().toString());
      case Fault.EarlyExpiry early -> json.put("expiresInSeconds", early.lifetime().toSeconds());
      default -> {}
    }
  }

  private static void putRetryAfter(JsonObject json, Optional<Duration> retryAfter) {
    retryAfter
        .map(Duration::toSeconds)
        .ifPresent(seconds -> json.put("retryAfterSeconds", seconds));
  }

  private static FaultKind kind(Fault fault) {
    return switch (fault) {
      case Fault.Status _ -> FaultKind.STATUS;
      case Fault.Delay _ -> FaultKind.DELAY;
      case Fault.Hang _ -> FaultKind.HANG;
      case Fault.Reset _ -> FaultKind.RESET;
      case Fault.Truncate _ -> FaultKind.TRUNCATE;
      case Fault.StallBody _ -> FaultKind.STALL_BODY;
      case Fault.Garbage _ -> FaultKind.GARBAGE;
      case Fault.WrongContentType _ -> FaultKind.WRONG_CONTENT_TYPE;
      case Fault.WithoutToken _ -> FaultKind.WITHOUT_TOKEN;
      case Fault.Huge _ -> FaultKind.HUGE;
      case Fault.Redirect _ -> FaultKind.REDIRECT;
      case Fault.EarlyExpiry _ -> FaultKind.EARLY_EXPIRY;
      case Fault.Html _ -> FaultKind.HTML;
      case Fault.InvalidGrant _ -> FaultKind.INVALID_GRANT;
      case Fault.Fcm _ -> FaultKind.FCM_ERROR;
    };
  }
}
