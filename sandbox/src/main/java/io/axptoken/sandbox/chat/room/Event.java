package io.axptoken.sandbox.chat.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in an engagement. Its types make a malformed one impossible: published
 * clients break on a participant event without participant, or a message event without message.
 *
 * @param id by which it is acknowledged
 * @param date when
 * @param engagementId where
 * @param dialogId where, more closely
 * @param what what happened
 */
public record Event(String id, Instant date, String engagementId, String dialogId, What what) {

  /** What happened. */
  public sealed interface What {}

  /** Somebody came; told of the customer, the engagement has begun for that session. */
  public record Added(Participant participant) implements What {}

  /** Somebody left; told of the customer, the engagement is over. */
  public record Disconnected(Participant participant) implements What {}

  /** Somebody sent a message, the session's own customer included. */
  public record Sent(Message message) implements What {}

  /** The engagement broke down and is over. */
  public record Failed(String title, String detail) implements What {}

  /** Somebody writes: an extension of the sandbox's that clients of the platform ignore. */
  public record Typing(Participant participant) implements What {}

  static Event now(Instant date, Engagement engagement, What what) {
    return new Event(
        UUID.randomUUID().toString(), date, engagement.id(), engagement.dialogId(), what);
  }

  /** How much text it holds, of that which callers choose. */
  int chars() {
    return what instanceof Sent sent ? sent.message().text().length() : 0;
  }
}
