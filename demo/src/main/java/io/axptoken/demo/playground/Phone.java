package io.axptoken.demo.playground;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.chat.Voice;
import io.axptoken.sandbox.chat.room.Participant;
import io.axptoken.sandbox.fcm.Device;
import io.axptoken.sandbox.fcm.FcmMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The phones that the page plays: devices of the sandbox's Firebase, registered as an app does. */
final class Phone {
  private static final String AGENT = "Robin";

  private final AxpSandbox sandbox;
  private final PushRoute route;

  Phone(AxpSandbox sandbox, PushRoute route) {
    this.sandbox = sandbox;
    this.route = route;
  }

  /**
   * Registers a new device for {@code {"sessionId": "…"}}, and answers what the connector does.
   *
   * @throws IllegalArgumentException if no session is named
   */
  Future<Reply> register(HttpServerRequest request, JsonObject order) {
    JsonObject registration =
        new JsonObject()
            .put("configId", route.configId())
            .put("sessionId", text(order, "sessionId"));
    Device device = sandbox.firebase().newDevice();
    HttpClient client = vertx().createHttpClient();
    return client
        .request(registration(device))
        .compose(call -> call.send(registration.toBuffer()))
        .compose(Reply::relayed)
        .eventually(client::close);
  }

  private RequestOptions registration(Device device) {
    return new RequestOptions()
        .setMethod(HttpMethod.PUT)
        .setAbsoluteURI(route.registrations() + encoded(device.token()))
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
  }

  /**
   * What has arrived at {@code {"deviceToken": "…"}}, and each try to send it there.
   *
   * @throws IllegalArgumentException if no device is named
   */
  JsonObject inbox(JsonObject order) {
    String token = text(order, "deviceToken");
    List<JsonObject> notifications =
        sandbox.firebase().messages().stream()
            .filter(message -> message.target().equals(token))
            .map(Phone::notification)
            .toList();
    List<JsonObject> sends =
        sandbox.journal().calls(Endpoint.FCM_SEND).stream()
            .filter(call -> isTo(token, call))
            .map(Phone::send)
            .toList();
    return new JsonObject()
        .put("notifications", new JsonArray(notifications))
        .put("sends", new JsonArray(sends));
  }

  /**
   * Has an agent write to {@code {"engagementId": "…"}}.
   *
   * @throws IllegalArgumentException if there is no such conversation
   */
  JsonObject write(JsonObject order) {
    Conversation conversation =
        sandbox
            .chat()
            .conversation(text(order, "engagementId"))
            .orElseThrow(() -> new IllegalArgumentException("There is no such conversation."));
    agent(conversation).say("Are you still there? I have an answer for you.");
    return new JsonObject();
  }

  private static Voice agent(Conversation conversation) {
    return conversation.participants().stream()
        .filter(each -> each.type() == Participant.Type.AGENT && each.displayName().equals(AGENT))
        .findFirst()
        .flatMap(each -> conversation.voice(each.id()))
        .orElseGet(() -> conversation.agent(AGENT));
  }

  private static JsonObject notification(FcmMessage message) {
    JsonObject data = new JsonObject();
    message.data().forEach(data::put);
    return new JsonObject()
        .put("name", message.name())
        .put("time", message.time().toString())
        .put("data", data);
  }

  private static boolean isTo(String token, Call call) {
    try {
      return new JsonObject(call.body()).getValue("message") instanceof JsonObject message
          && token.equals(message.getValue("token"));
    } catch (DecodeException clipped) {
      return false;
    }
  }

  private static JsonObject send(Call call) {
    return new JsonObject()
        .put("time", call.time().toString())
        .put("status", call.status().isPresent() ? call.status().getAsInt() : null);
  }

  private static String text(JsonObject order, String name) {
    if (order.getValue(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException(name + " must be a text.");
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Vertx vertx() {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("only an event loop answers requests");
    }
    return context.owner();
  }
}
