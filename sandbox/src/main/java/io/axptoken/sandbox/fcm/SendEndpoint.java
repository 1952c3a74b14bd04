package io.axptoken.sandbox.fcm;

import io.axptoken.sandbox.FcmError;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.GoogleError;
import io.axptoken.sandbox.platform.Request;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes messages: access token, then the project, then the message's form, then its target. */
final class SendEndpoint {
  private static final String BEARER = "Bearer ";

  private final Firebase firebase;

  SendEndpoint(Firebase firebase) {
    this.firebase = firebase;
  }

  Answer answer(Request request, String projectId) {
    Optional<String> granted =
        request
            .header("authorization")
            .filter(value -> value.startsWith(BEARER))
            .flatMap(value -> firebase.grants().project(value.substring(BEARER.length())));
    if (granted.isEmpty()) {
      return GoogleError.of(FcmError.UNAUTHENTICATED);
    }
    if (!granted.get().equals(projectId)) {
      return GoogleError.of(FcmError.PERMISSION_DENIED);
    }
    return answer(projectId, request);
  }

  private Answer answer(String projectId, Request request) {
    try {
      return send(projectId, new JsonObject(request.body()));
    } catch (DecodeException | ClassCastException e) {
      return GoogleError.invalid(List.of(new GoogleError.Field("", "The body is no JSON object.")));
    }
  }

  private Answer send(String projectId, JsonObject body) {
    List<GoogleError.Field> wrong = MessageRules.violations(body);
    if (!wrong.isEmpty()) {
      return GoogleError.invalid(wrong);
    }
    Outgoing message = new Outgoing(body.getJsonObject("message"));
    Target target = message.targets().getFirst();
    Optional<FcmError> obstacle =
        target.isDevice() ? firebase.obstacle(projectId, target.value()) : Optional.empty();
    return obstacle
        .map(GoogleError::of)
        .orElseGet(() -> taken(projectId, target, message, isTrial(body)));
  }

  private Answer taken(String projectId, Target target, Outgoing message, boolean trial) {
    String id = trial ? "fake_message_id" : UUID.randomUUID().toString();
    String name = "projects/" + projectId + "/messages/" + id;
    if (!trial) {
      firebase.take(name, projectId, target, message);
    }
    return Answer.json(200, new JsonObject().put("name", name));
  }

  private static boolean isTrial(JsonObject body) {
    return body.getBoolean("validate_only", body.getBoolean("validateOnly", false));
  }
}
