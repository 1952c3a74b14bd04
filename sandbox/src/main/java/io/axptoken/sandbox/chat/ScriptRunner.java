package io.axptoken.sandbox.chat;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.EngagementObserver;
import io.axptoken.sandbox.chat.room.Event;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.time.ChatLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets a script listen to all conversations, and bears with its faults. */
final class ScriptRunner implements EngagementObserver {
  private static final int KEPT = 100;

  private final Script script;
  private final ChatLoop loop;
  private final Map<Engagement, Script.Listener> listeners = new HashMap<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();

  ScriptRunner(Script script, ChatLoop loop) {
    this.script = script;
    this.loop = loop;
  }

  /** The newest faults, the oldest first. */
  List<RuntimeException> failures() {
    return List.copyOf(failures);
  }

  void clearFailures() {
    failures.clear();
  }

  @Override
  public void began(Engagement engagement) {
    guard(
        engagement,
        () -> {
          Script.Listener listener = script.begin(new Conversation(engagement, loop, this::guard));
          if (!engagement.isOver()) {
            listeners.put(engagement, listener);
          }
        });
  }

  @Override
  public void said(Engagement engagement, Message message) {
    Optional.ofNullable(listeners.get(engagement))
        .ifPresent(listener -> guard(engagement, () -> listener.hear(message.text())));
  }

  @Override
  public void happened(Engagement engagement, Event event) {
    // A script knows what it did itself; what agents do is none of its business.
  }

  @Override
  public void ended(Engagement engagement) {
    Optional.ofNullable(listeners.remove(engagement))
        .ifPresent(listener -> guard(engagement, listener::ended));
  }

  private void guard(Engagement engagement, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      failed(engagement, e);
    }
  }

  private void failed(Engagement engagement, RuntimeException fault) {
    failures.addLast(fault);
    if (failures.size() > KEPT) {
      failures.removeFirst();
    }
    engagement.fail("Script failed", "The script that answers here has a bug.");
  }
}
