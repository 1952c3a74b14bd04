package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.FcmError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A refusal as Google's APIs tell it: an error object with details, each by its type. */
public final class GoogleError {
  private static final String TYPES = "type.googleapis.com/";
  private static final Map<Integer, String> CANONICAL =
      Map.of(
          404,
          "NOT_FOUND",
          405,
          "UNIMPLEMENTED",
          413,
          "INVALID_ARGUMENT",
          504,
          "DEADLINE_EXCEEDED");

  private GoogleError() {}

  /**
   * A field that is wrong.
   *
   * @param field its path, such as {@code message.token}
   * @param description what is wrong with it
   */
  public record Field(String field, String description) {}

  /** An error of Firebase Cloud Messaging, with the details that tell it from its neighbours. */
  public static Answer of(FcmError error) {
    return switch (error) {
      case INVALID_MESSAGE -> invalid(List.of(new Field("message", "The sandbox was told so.")));
      case INVALID_TOKEN ->
          answer(error, "The registration token is not a valid one.", code("INVALID_ARGUMENT"));
      case UNAUTHENTICATED -> answer(error, "The request has no valid access token.");
      case PERMISSION_DENIED -> answer(error, "The account may not send for this project.");
      case QUOTA_EXCEEDED ->
          answer(error, "The quota of messages is used up.", code(error.name()), quota());
      case THIRD_PARTY_AUTH_ERROR, SENDER_ID_MISMATCH, UNREGISTERED, INTERNAL, UNAVAILABLE ->
          answer(error, "Firebase answers " + error.name() + ".", code(error.name()));
    };
  }

  /** The refusal of a message with these wrong fields. */
  public static Answer invalid(List<Field> fields) {
    List<JsonObject> violations =
        fields.stream()
            .map(each ->
                new JsonObject().put("field", each.field()).put("description", each.description()))
            .toList();
    return answer(
        FcmError.INVALID_MESSAGE,
        fields.getFirst().description(),
        detail("google.rpc.BadRequest").put("fieldViolations", new JsonArray(violations)));
  }

  /** Any other status, with no detail. */
  static Answer of(int status, String message) {
    String canonical =
        Arrays.stream(FcmError.values())
            .filter(each -> each.status() == status)
            .map(FcmError::canonical)
            .findFirst()
            .orElse(CANONICAL.getOrDefault(status, status < 500 ? "INVALID_ARGUMENT" : "INTERNAL"));
    return answer(status, canonical, message, List.of());
  }

  private static Answer answer(FcmError error, String message, JsonObject... details) {
    return answer(error.status(), error.canonical(), message, List.of(details));
  }

  private static Answer answer(
      int status, String canonical, String message, List<JsonObject> details) {
    JsonObject error =
        new JsonObject().put("code", status).put("message", message).put("status", canonical);
    if (!details.isEmpty()) {
      error.put("details", new JsonArray(details));
    }
    return Answer.json(status, new JsonObject().put("error", error));
  }

  private static JsonObject code(String errorCode) {
    return detail("google.firebase.fcm.v1.FcmError").put("errorCode", errorCode);
  }

  private static JsonObject quota() {
    JsonObject violation =
        new JsonObject().put("subject", "project").put("description", "messages");
    return detail("google.rpc.QuotaFailure").put("violations", new JsonArray().add(violation));
  }

  private static JsonObject detail(String type) {
    return new JsonObject().put("@type", TYPES + type);
  }
}
