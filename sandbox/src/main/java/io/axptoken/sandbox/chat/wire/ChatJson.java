package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Event;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Participant;
import io.axptoken.sandbox.chat.room.Session;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What clients read, as they need it. */
public final class ChatJson {
  private ChatJson() {}

  static JsonObject session(Session session, List<Engagement> engagements) {
    return new JsonObject()
        .put("sessionId", session.id())
        .put("displayName", session.profile().displayName())
        .put("sessionParameters", object(session.profile().parameters()))
        .put("integrationId", session.user().integrationId())
        .put("customerId", session.user().customerId())
        .put("clientType", session.profile().clientType())
        .put(
            "engagements",
            new JsonArray(
                engagements.stream().map(each -> engagement(each, each.participants())).toList()));
  }

  static JsonObject engagement(Engagement engagement, List<Participant> participants) {
    String createdAt = date(engagement.createdAt());
    String updatedAt = date(engagement.usedAt());
    JsonObject dialog =
        new JsonObject()
            .put("dialogId", engagement.dialogId())
            .put("engagementId", engagement.id())
            .put("dialogStatus", engagement.isOver() ? "TERMINATED" : "ACTIVE")
            .put("createdAt", createdAt)
            .put("lastUpdatedAt", updatedAt)
            .put(
                "participants",
                new JsonArray(participants.stream().map(ChatJson::participant).toList()));
    return new JsonObject()
        .put("engagementId", engagement.id())
        .put("engagementStatus", engagement.status().name())
        .put("engagementParameters", object(engagement.parameters()))
        .put("createdAt", createdAt)
        .put("lastUpdatedAt", updatedAt)
        .put("dialogs", new JsonArray().add(dialog));
  }

  /** Somebody, as events and dialogs tell of them. */
  public static JsonObject participant(Participant participant) {
    return new JsonObject()
        .put("participantId", participant.id())
        .put("participantType", participant.type().name())
        .put("displayName", participant.displayName());
  }

  /** A message as receipts and lists have it: its sender is flat. */
  public static JsonObject message(Message message) {
    return content(message)
        .put("engagementId", message.engagementId())
        .put("dialogId", message.dialogId())
        .put("senderParticipantId", message.sender().id())
        .put("participantType", message.sender().type().name())
        .put("displayName", message.sender().displayName());
  }

  /** An event as polls have it: a message's sender stands beside the message. */
  public static JsonObject event(Event event) {
    JsonObject json =
        new JsonObject()
            .put("eventId", event.id())
            .put("eventType", type(event.what()))
            .put("engagementId", event.engagementId())
            .put("dialogId", event.dialogId())
            .put("eventDate", date(event.date()));
    return switch (event.what()) {
      case Event.Added(Participant who) -> json.put("participant", participant(who));
      case Event.Disconnected(Participant who) -> json.put("participant", participant(who));
      case Event.Typing(Participant who) -> json.put("participant", participant(who));
      case Event.Sent(Message message) ->
          json.put("participant", participant(message.sender())).put("message", content(message));
      case Event.Failed failed -> json.put("error", error(failed));
    };
  }

  static String date(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String type(Event.What what) {
    return switch (what) {
      case Event.Added _ -> "PARTICIPANT_ADDED";
      case Event.Disconnected _ -> "PARTICIPANT_DISCONNECTED";
      case Event.Sent _ -> "MESSAGE";
      case Event.Failed _ -> "ENGAGEMENT_ERROR";
      case Event.Typing _ -> "SANDBOX_TYPING";
    };
  }

  private static JsonObject content(Message message) {
    JsonObject text = new JsonObject().put("text", message.text()).put("textFormat", "PLAINTEXT");
    JsonObject json =
        new JsonObject()
            .put("messageId", message.id())
            .put("messageIndex", message.index())
            .put("receivedAt", date(message.receivedAt()))
            .put("lastUpdatedAt", date(message.receivedAt()))
            .put("body", new JsonObject().put("elementType", "TEXT").put("elementText", text));
    message.parentId().ifPresent(parent -> json.put("parentMessageId", parent));
    return json;
  }

  private static JsonObject error(Event.Failed failed) {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", failed.title())
        .put("detail", failed.detail());
  }

  private static JsonObject object(Map<String, String> texts) {
    JsonObject json = new JsonObject();
    texts.forEach(json::put);
    return json;
  }
}
