package io.axptoken.push.fcm;

import io.axptoken.push.fcm.Reply.BadMessage;
import io.axptoken.push.fcm.Reply.Gone;
import io.axptoken.push.fcm.Reply.Later;
import io.axptoken.push.fcm.Reply.Refused;
import io.axptoken.push.fcm.Reply.Sent;
import io.axptoken.push.fcm.Reply.Unauthenticated;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What answers of FCM mean: by the error code within, never by the words. What is no JSON came from
 * a proxy, and says nothing about the device.
 */
final class Answers {
  private static final Duration QUOTA_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private Answers() {}

  static Reply read(int status, @Nullable String retryAfter, String body, Instant now) {
    JsonObject json = json(body);
    Duration after = wait(retryAfter, now);
    if (status == 200) {
      return json != null && json.getValue("name") instanceof String
          ? new Sent()
          : new Later("BAD_ANSWER", after);
    }
    if (status == 429) {
      return new Later("QUOTA_EXCEEDED", after == null ? QUOTA_WAIT : after);
    }
    if (json == null || !(json.getValue("error") instanceof JsonObject error)) {
      return new Later("HTTP_" + status, after);
    }
    return status >= 500
        ? new Later(Objects.requireNonNullElse(code(error), "HTTP_" + status), after)
        : refusal(status, error, after);
  }

  private static Reply refusal(int status, JsonObject error, @Nullable Duration after) {
    String code = code(error);
    return switch (status) {
      case 400 -> invalid(code, error);
      case 401 -> code == null ? new Unauthenticated() : new Later(code, after);
      case 403 -> code == null ? new Refused("PERMISSION_DENIED") : mismatch(code);
      case 404 ->
          "UNREGISTERED".equals(code) ? new Gone("UNREGISTERED") : new Later("HTTP_404", after);
      case 408 -> new Later("HTTP_408", after);
      default -> new BadMessage("HTTP_" + status);
    };
  }

  private static Reply mismatch(String code) {
    return code.equals("SENDER_ID_MISMATCH") ? new Gone(code) : new Refused(code);
  }

  /** Two faults have this status: field violations are the message's, a code alone the device's. */
  private static Reply invalid(@Nullable String code, JsonObject error) {
    boolean message =
        details(error)
            .filter(detail -> type(detail).endsWith("google.rpc.BadRequest"))
            .flatMap(detail -> objects(detail.getValue("fieldViolations")))
            .anyMatch(violation -> !"message.token".equals(violation.getValue("field")));
    boolean device =
        details(error)
            .filter(detail -> type(detail).endsWith("google.rpc.BadRequest"))
            .flatMap(detail -> objects(detail.getValue("fieldViolations")))
            .anyMatch(violation -> "message.token".equals(violation.getValue("field")));
    return !message && (device || code != null)
        ? new Gone("INVALID_ARGUMENT")
        : new BadMessage("INVALID_ARGUMENT");
  }

  private static @Nullable String code(JsonObject error) {
    return details(error)
        .filter(detail -> type(detail).endsWith("google.firebase.fcm.v1.FcmError"))
        .map(detail -> detail.getValue("errorCode"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(code -> code.matches("[A-Z_]{1,60}"))
        .findFirst()
        .orElse(null);
  }

  private static String type(JsonObject detail) {
    return detail.getValue("@type") instanceof String type ? type : "";
  }

  private static Stream<JsonObject> details(JsonObject error) {
    return objects(error.getValue("details"));
  }

  private static Stream<JsonObject> objects(@Nullable Object value) {
    return value instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
        : Stream.empty();
  }

  static @Nullable JsonObject json(String body) {
    try {
      return body.startsWith("{") || body.startsWith(" ") || body.startsWith("\n")
          ? new JsonObject(body)
          : null;
    } catch (DecodeException _) {
      return null;
    }
  }

  /** Seconds or a date; a wait beyond reason is cut. */
  static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return null;
    }
    String text = retryAfter.strip();
    Duration wait = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
    if (wait == null) {
      try {
        Instant then =
            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                .toInstant();
        wait = Duration.between(now, then);
      } catch (DateTimeException _) {
        return null;
      }
    }
    return wait.isNegative()
        ? Duration.ZERO
        : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
