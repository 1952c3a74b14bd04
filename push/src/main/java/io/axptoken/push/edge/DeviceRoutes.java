package io.axptoken.push.edge;

import io.axptoken.push.store.Device;
import io.axptoken.push.store.Devices;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.Violation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Registrations of devices, as the vendor's apps send them. */
final class DeviceRoutes {
  private static final int LONGEST = 200;
  private static final String TOKEN = "deviceToken";

  private final Devices devices;

  DeviceRoutes(Devices devices) {
    this.devices = devices;
  }

  Future<Answer> register(Request request, String token) {
    return Json.read(request, body -> register(request, token, body));
  }

  private Future<Answer> register(Request request, String token, JsonObject body) {
    List<Violation> violations = new ArrayList<>();
    check(body, "configId", violations);
    if (body.getValue("sessionId") != null) {
      check(body, "sessionId", violations);
    }
    if (!violations.isEmpty()) {
      return Future.succeededFuture(Answer.problem(request, Problem.violations(violations)));
    }
    body.remove(TOKEN);
    JsonObject answered = body.put(TOKEN, token);
    String configId = body.getString("configId");
    Device device =
        new Device(
            token,
            configId,
            body.getValue("sessionId") instanceof String session ? session : "",
            platform(body),
            answered.encode());
    return Blocking.run(() ->
        devices.register(device) ? Json.answer(answered) : Json.notFound("configId", configId));
  }

  private static void check(JsonObject body, String name, List<Violation> violations) {
    boolean fine =
        body.getValue(name) instanceof String text
            && !text.isBlank()
            && text.length() <= LONGEST
            && text.indexOf('\0') < 0;
    if (!fine) {
      violations.add(new Violation(name, "must be a text of 1 to " + LONGEST + " characters"));
    }
  }

  /** Apps of iOS say so; others say nothing. */
  private static String platform(JsonObject body) {
    return body.getValue("type") instanceof String type
            && type.toLowerCase(Locale.ROOT).equals("ios")
        ? "ios"
        : "other";
  }

  Future<Answer> get(String token) {
    return Blocking.run(() ->
        devices
            .find(token)
            .map(device -> Json.answer(new JsonObject(device.body())))
            .orElseGet(() -> Json.notFound(TOKEN, token)));
  }

  Future<Answer> delete(String token) {
    return Blocking.run(
        () -> devices.delete(token) ? Answer.empty(204) : Json.notFound(TOKEN, token));
  }

  Future<Answer> list() {
    return Blocking.run(() -> {
      JsonArray all = new JsonArray();
      devices.all().forEach(device -> all.add(new JsonObject(device.body())));
      return Json.answer(all);
    });
  }

  Future<Answer> search(Request request) {
    return Json.read(
        request,
        body -> {
          List<Violation> violations = new ArrayList<>();
          check(body, "sessionId", violations);
          return violations.isEmpty()
              ? find(body.getString("sessionId"))
              : Future.succeededFuture(Answer.problem(request, Problem.violations(violations)));
        });
  }

  private Future<Answer> find(String sessionId) {
    return Blocking.run(() ->
        devices
            .findBySession(sessionId)
            .map(device -> Json.answer(new JsonObject(device.body())))
            .orElseGet(() -> Json.notFound("sessionId", sessionId)));
  }
}
