package io.axptoken.sandbox.chat.push;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.EngagementObserver;
import io.axptoken.sandbox.chat.room.Event;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Session;
import io.axptoken.sandbox.chat.time.ChatLoop;

/**
 * Finds the sessions that somebody writes to while no poll waits, and none comes in the time that a
 * client has to come back between two polls.
 */
public final class AbsentUsers implements EngagementObserver {
  private final PushCallbacks callbacks;
  private final PushSender sender;
  private final ChatLoop loop;

  /** Has the sender tell of them, where the callbacks say so. */
  public AbsentUsers(PushCallbacks callbacks, PushSender sender, ChatLoop loop) {
    this.callbacks = callbacks;
    this.sender = sender;
    this.loop = loop;
  }

  @Override
  public void happened(Engagement engagement, Event event) {
    if (event.what() instanceof Event.Sent(Message message) && !message.sender().isCustomer()) {
      callbacks.callback().ifPresent(callback -> look(engagement, event, callback));
    }
  }

  private void look(Engagement engagement, Event event, PushCallback callback) {
    int generation = callbacks.generation();
    for (Session session : engagement.sessions()) {
      long polls = session.polls();
      if (session.heldPolls() == 0) {
        loop.after(
            callback.absence(),
            () -> {
              boolean away = session.polls() == polls && engagement.isJoinedBy(session);
              if (away && callbacks.generation() == generation) {
                sender.send(PushEvent.of(event, session, engagement));
              }
            });
      }
    }
  }

  @Override
  public void began(Engagement engagement) {
    // The customer began it, and so is there.
  }

  @Override
  public void said(Engagement engagement, Message message) {
    // The customer needs not be told what the customer said.
  }

  @Override
  public void ended(Engagement engagement) {
    // No message, and nothing follows.
  }
}
