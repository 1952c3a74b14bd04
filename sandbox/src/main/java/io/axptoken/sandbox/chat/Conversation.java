package io.axptoken.sandbox.chat;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Participant;
import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An engagement, for scripts and tests. May be used from any thread; once it is over, nothing
 * happens in it any more.
 */
public final class Conversation {
  private final Engagement engagement;
  private final ChatLoop loop;
  private final BiConsumer<Engagement, Runnable> guard;

  /** A conversation whose delayed actions are run by that guard. */
  Conversation(Engagement engagement, ChatLoop loop, BiConsumer<Engagement, Runnable> guard) {
    this.engagement = engagement;
    this.loop = loop;
    this.guard = guard;
  }

  /** The id that clients know it by. */
  public String engagementId() {
    return engagement.id();
  }

  /** The end user's id, as the token told it. */
  public String customerId() {
    return engagement.user().customerId();
  }

  /** What the page called the customer, else what the token does; empty if neither did. */
  public String customerName() {
    return engagement.customer().displayName();
  }

  /** What the page gave with the engagement. */
  public Map<String, String> parameters() {
    return engagement.parameters();
  }

  /** When it was made. */
  public Instant createdAt() {
    return engagement.createdAt();
  }

  /** Whether it is over. */
  public boolean isOver() {
    return loop.call(engagement::isOver);
  }

  /** Who is in it now; nobody before the customer's page has been told. */
  public List<Participant> participants() {
    return loop.call(engagement::participants);
  }

  /** What was said, the oldest first, as far as it is kept. */
  public List<Message> messages() {
    return loop.call(engagement::messages);
  }

  /** Lets a bot in. */
  public Voice bot(String name) {
    return enter(Participant.Type.BOT, name);
  }

  /** Lets an agent in. */
  public Voice agent(String name) {
    return enter(Participant.Type.AGENT, name);
  }

  /** The bot or agent of that id, if it is there. */
  public Optional<Voice> voice(String participantId) {
    return participants().stream()
        .filter(each -> each.id().equals(participantId) && !each.isCustomer())
        .map(each -> new Voice(engagement, each, loop))
        .findFirst();
  }

  private Voice enter(Participant.Type type, String name) {
    Participant participant = Participant.of(type, name);
    loop.run(() -> engagement.add(participant));
    return new Voice(engagement, participant, loop);
  }

  /** Ends it: everybody leaves. */
  public void end() {
    loop.run(engagement::end);
  }

  /** Breaks it off with an engagement error. */
  public void fail(String title, String detail) {
    loop.run(() -> engagement.fail(title, detail));
  }

  /** Runs an action that much later by the chat's time, unless the conversation is over by then. */
  public Timers.Timer after(Duration delay, Runnable action) {
    return loop.after(
        delay,
        () -> {
          if (!engagement.isOver()) {
            guard.accept(engagement, action);
          }
        });
  }
}
