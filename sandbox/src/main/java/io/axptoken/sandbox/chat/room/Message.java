package io.axptoken.sandbox.chat.room;

import java.time.Instant;
import java.util.Optional;

/**
 * A text that somebody sent.
 *
 * @param id its own
 * @param index grows by one with each message of an engagement
 * @param engagementId where it was sent
 * @param dialogId where it was sent, more closely
 * @param parentId the message that it answers, if any
 * @param text all of it
 * @param sender who sent it
 * @param receivedAt when
 */
public record Message(
    String id,
    long index,
    String engagementId,
    String dialogId,
    Optional<String> parentId,
    String text,
    Participant sender,
    Instant receivedAt) {
  /** The longest text, in UTF-16 units. */
  public static final int MAX_TEXT = 4096;
}
