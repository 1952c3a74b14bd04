package io.axptoken.sandbox.chat.push;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Event;
import io.axptoken.sandbox.chat.room.Session;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;

/**
 * What a callback tells: ids, and no text. The sandbox's chat has no conversations above its
 * engagements, so an engagement is its own conversation.
 *
 * @param eventId the id that the event has in the session's polls
 * @param eventDate in ISO 8601, to the millisecond
 * @param sessionId whose user is not there
 * @param conversationId where it happened
 * @param engagementId the same, more closely
 * @param dialogId the same, most closely
 */
public record PushEvent(
    String eventId,
    String eventDate,
    String sessionId,
    String conversationId,
    String engagementId,
    String dialogId) {

  static PushEvent of(Event event, Session session, Engagement engagement) {
    return new PushEvent(
        event.id(),
        event.date().truncatedTo(ChronoUnit.MILLIS).toString(),
        session.id(),
        engagement.id(),
        engagement.id(),
        engagement.dialogId());
  }

  /** As it is sent: flat, and all texts. */
  JsonObject json() {
    return new JsonObject()
        .put("eventId", eventId)
        .put("eventDate", eventDate)
        .put("sessionId", sessionId)
        .put("conversationId", conversationId)
        .put("engagementId", engagementId)
        .put("dialogId", dialogId);
  }
}
