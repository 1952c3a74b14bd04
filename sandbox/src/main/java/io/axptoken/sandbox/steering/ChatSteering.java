package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.chat.Chat;
import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.chat.Voice;
import io.axptoken.sandbox.chat.desk.Feed;
import io.axptoken.sandbox.chat.room.Message;
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
import java.util.function.Consumer;

/** The chat's part of the steering: to look at conversations, and to answer as an agent. */
final class ChatSteering {
  private static final String ONE = "/sandbox/chat/engagements/:engagementId";
  private static final String AGENT = ONE + "/agents/:participantId";
  private static final int MAX_NAME = 70;

  private final Chat chat;
  private final Feed feed = new Feed();

  ChatSteering(Chat chat) {
    this.chat = chat;
    chat.observe(feed);
  }

  void mount(Router router) {
    router.get("/sandbox/chat/feed").handler(feed::open);
    router.get("/sandbox/chat/engagements").handler(this::list);
    router.get("/sandbox/chat/calls").handler(this::calls);
    router.post("/sandbox/chat/tokens/revoke").handler(this::revoke);
    router
        .get(ONE)
        .handler(context -> with(context, each -> send(context, 200, ChatView.whole(each))));
    router.post(ONE + "/end").handler(context -> with(context, each -> run(context, each::end)));
    router.post(ONE + "/error").handler(context -> with(context, each -> fail(context, each)));
    router.post(ONE + "/agents").handler(context -> with(context, each -> join(context, each)));
    router.delete(AGENT).handler(context -> withVoice(context, each -> run(context, each::leave)));
    router
        .post(AGENT + "/typing")
        .handler(context -> withVoice(context, each -> run(context, each::typing)));
    router
        .post(AGENT + "/messages")
        .handler(context -> withVoice(context, each -> say(context, each)));
  }

  private void list(RoutingContext context) {
    List<JsonObject> all = chat.conversations().stream().map(ChatView::brief).toList();
    send(context, 200, new JsonObject().put("engagements", new JsonArray(all)));
  }

  private void calls(RoutingContext context) {
    List<JsonObject> all = chat.calls().stream().map(ChatView::call).toList();
    send(context, 200, new JsonObject().put("calls", new JsonArray(all)));
  }

  private void revoke(RoutingContext context) {
    Fields fields = SteeringRequest.body(context);
    fields.allowOnly(List.of("customerId"));
    Optional<String> customerId =
        fields.has("customerId") ? fields.text("customerId") : Optional.empty();
    SteeringRequest.unlessWrong(
        context,
        fields,
        () ->
            run(
                context,
                () -> customerId.ifPresentOrElse(chat::revokeTokens, chat::revokeAllTokens)));
  }

  private static void join(RoutingContext context, Conversation conversation) {
    Fields fields = SteeringRequest.body(context);
    fields.allowOnly(List.of("displayName"));
    Optional<String> name = text(fields, "displayName", MAX_NAME);
    SteeringRequest.unlessWrong(
        context,
        fields,
        () -> {
          Voice agent = conversation.agent(name.orElseThrow());
          send(context, 201, new JsonObject().put("participantId", agent.participant().id()));
        });
  }

  private static void say(RoutingContext context, Voice agent) {
    Fields fields = SteeringRequest.body(context);
    fields.allowOnly(List.of("text"));
    Optional<String> text = text(fields, "text", Message.MAX_TEXT);
    SteeringRequest.unlessWrong(
        context, fields, () -> run(context, () -> agent.say(text.orElseThrow())));
  }

  private static void fail(RoutingContext context, Conversation conversation) {
    run(
        context,
        () -> conversation.fail("Sandbox error", "This error was asked for by the steering."));
  }

  private static Optional<String> text(Fields fields, String name, int max) {
    Optional<String> text = fields.text(name);
    if (text.isPresent() && text.get().length() > max) {
      fields.add(name, "must have 1 to " + max + " characters", Violation.WRONG_SIZE);
    }
    return text;
  }

  private void with(RoutingContext context, Consumer<Conversation> action) {
    chat.conversation(Objects.requireNonNullElse(context.pathParam("engagementId"), ""))
        .ifPresentOrElse(
            action, () -> missing(context, "There is no such engagement, or it is over."));
  }

  private void withVoice(RoutingContext context, Consumer<Voice> action) {
    String id = Objects.requireNonNullElse(context.pathParam("participantId"), "");
    with(
        context,
        conversation ->
            conversation
                .voice(id)
                .ifPresentOrElse(action, () -> missing(context, "There is no such agent here.")));
  }

  private static void missing(RoutingContext context, String detail) {
    Problem.of(404, detail).answer(context.normalizedPath()).send(context.response());
  }

  private static void run(RoutingContext context, Runnable action) {
    action.run();
    context.response().setStatusCode(204).end();
  }

  private static void send(RoutingContext context, int status, JsonObject body) {
    Answer.json(status, body).with("Cache-Control", "no-store").send(context.response());
  }
}
