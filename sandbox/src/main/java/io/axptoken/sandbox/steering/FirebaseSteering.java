package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.fcm.Device;
import io.axptoken.sandbox.fcm.FcmMessage;
import io.axptoken.sandbox.fcm.Firebase;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Problem;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The steering of Firebase: accounts and devices to have, and a look at the messages. */
final class FirebaseSteering {
  private static final String ROOT = "/sandbox/fcm";
  private static final int MAX_TOKEN = 4096;

  private final Firebase firebase;

  FirebaseSteering(Firebase firebase) {
    this.firebase = firebase;
  }

  /** Adds the routes, behind what refuses foreign pages. */
  void mount(Router router) {
    router.post(ROOT + "/service-accounts").handler(this::serviceAccount);
    router.post(ROOT + "/service-accounts/replace-key").handler(this::replaceKey);
    router
        .post(ROOT + "/access-tokens/revoke")
        .handler(context -> run(context, firebase::revokeGrants));
    router.post(ROOT + "/devices").handler(this::addDevice);
    router.delete(ROOT + "/devices/:token").handler(this::uninstall);
    router.get(ROOT + "/messages").handler(this::messages);
    router.delete(ROOT + "/messages").handler(context -> run(context, firebase::clearMessages));
  }

  private void serviceAccount(RoutingContext context) {
    withProject(
        context,
        List.of("projectId"),
        (fields, project) ->
            work(context, () -> Answer.text(200, Answer.JSON, firebase.serviceAccount(project))));
  }

  private void replaceKey(RoutingContext context) {
    withProject(
        context,
        List.of("projectId"),
        (fields, project) ->
            work(
                context,
                () -> {
                  firebase.replaceKey(project);
                  return Answer.text(200, Answer.JSON, firebase.serviceAccount(project));
                }));
  }

  private void addDevice(RoutingContext context) {
    withProject(
        context,
        List.of("projectId", "token"),
        (fields, project) -> {
          Optional<String> token = fields.has("token") ? token(fields) : Optional.empty();
          SteeringRequest.unlessWrong(
              context,
              fields,
              () ->
                  send(
                      context,
                      201,
                      json(
                          token
                              .map(given -> firebase.newDevice(project, given))
                              .orElseGet(() -> firebase.newDevice(project)))));
        });
  }

  private static Optional<String> token(Fields fields) {
    Optional<String> token = fields.text("token");
    if (token.isPresent() && token.get().length() > MAX_TOKEN) {
      fields.add("token", "must have 1 to " + MAX_TOKEN + " characters", Violation.WRONG_SIZE);
    }
    return token;
  }

  private void uninstall(RoutingContext context) {
    if (firebase.uninstall(Objects.requireNonNullElse(context.pathParam("token"), ""))) {
      context.response().setStatusCode(204).end();
    } else {
      Problem.of(404, "There is no such device.")
          .answer(context.normalizedPath())
          .send(context.response());
    }
  }

  private void messages(RoutingContext context) {
    Fields query = SteeringRequest.query(context);
    query.allowOnly(List.of("target"));
    Optional<String> target = query.has("target") ? query.text("target") : Optional.empty();
    SteeringRequest.unlessWrong(
        context, query, () -> send(context, 200, json(firebase.messages(), target)));
  }

  private JsonObject json(List<FcmMessage> messages, Optional<String> target) {
    List<JsonObject> shown =
        messages.stream()
            .filter(each -> target.isEmpty() || target.get().equals(each.target()))
            .map(FirebaseSteering::json)
            .toList();
    return new JsonObject()
        .put("count", firebase.messageCount())
        .put("messages", new JsonArray(shown));
  }

  private static JsonObject json(FcmMessage message) {
    return new JsonObject()
        .put("time", message.time().toString())
        .put("name", message.name())
        .put("projectId", message.projectId())
        .put("target", message.target())
        .put("message", new JsonObject(message.json()));
  }

  private static JsonObject json(Device device) {
    return new JsonObject()
        .put("token", device.token())
        .put("installationId", device.installationId())
        .put("projectId", device.projectId());
  }

  /** What is done with the fields of a request and the project that it names. */
  @FunctionalInterface
  private interface OnProject {
    void accept(Fields fields, String projectId);
  }

  private static void withProject(RoutingContext context, List<String> names, OnProject next) {
    Fields fields = SteeringRequest.body(context);
    fields.allowOnly(names);
    Optional<String> project =
        fields.has("projectId") ? fields.text("projectId") : Optional.of(Firebase.PROJECT);
    if (project.isPresent() && !Firebase.isProjectId(project.get())) {
      fields.add(
          "projectId",
          "must have 6 to 30 lower-case letters, digits and hyphens",
          Violation.WRONG_FORMAT);
    }
    SteeringRequest.unlessWrong(context, fields, () -> next.accept(fields, project.orElseThrow()));
  }

  /** Keys are made off the event loop. */
  private static void work(RoutingContext context, Callable<Answer> work) {
    context
        .vertx()
        .executeBlocking(work, false)
        .onSuccess(answer -> noStore(answer).send(context.response()))
        .onFailure(context::fail);
  }

  private static void run(RoutingContext context, Runnable action) {
    action.run();
    context.response().setStatusCode(204).end();
  }

  private static void send(RoutingContext context, int status, JsonObject body) {
    noStore(Answer.json(status, body)).send(context.response());
  }

  private static Answer noStore(Answer answer) {
    return answer.with("Cache-Control", "no-store");
  }
}
