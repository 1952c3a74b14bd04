package io.axptoken.sandbox.chat;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Participant;
import io.axptoken.sandbox.chat.time.ChatLoop;
import java.util.Optional;

/** A bot or an agent in a conversation. May be used from any thread. */
public final class Voice {
  private final Engagement engagement;
  private final Participant participant;
  private final ChatLoop loop;

  Voice(Engagement engagement, Participant participant, ChatLoop loop) {
    this.engagement = engagement;
    this.participant = participant;
    this.loop = loop;
  }

  /** Who it is. */
  public Participant participant() {
    return participant;
  }

  /** Whether it is in the conversation still. */
  public boolean isThere() {
    return loop.call(() -> engagement.participants().contains(participant));
  }

  /**
   * Says something; after having left, or when the conversation is over, nothing.
   *
   * @throws IllegalArgumentException if the text is empty, or longer than a message may be
   */
  public void say(String text) {
    if (text.isEmpty() || text.length() > Message.MAX_TEXT) {
      throw new IllegalArgumentException(
          "a message has 1 to " + Message.MAX_TEXT + " characters, not " + text.length());
    }
    loop.run(() -> {
      if (isThere()) {
        engagement.tell(engagement.write(participant, text, Optional.empty()));
      }
    });
  }

  /** Shows that it writes, until it says something or 10 seconds are over. */
  public void typing() {
    loop.run(() -> {
      if (isThere()) {
        engagement.typing(participant);
      }
    });
  }

  /** Leaves; the conversation goes on. */
  public void leave() {
    loop.run(() -> engagement.remove(participant));
  }
}
