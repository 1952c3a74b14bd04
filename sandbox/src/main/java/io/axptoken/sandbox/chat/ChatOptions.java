package io.axptoken.sandbox.chat;

import io.axptoken.sandbox.chat.bot.EchoBot;
import io.axptoken.sandbox.chat.push.PushCallback;
import io.axptoken.sandbox.chat.room.ChatLimits;
import io.axptoken.sandbox.chat.time.Timers;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox's chat behaves.
 *
 * @param script who answers
 * @param hold how long a poll waits for events; clients give up after 40 seconds
 * @param settling how long after an answer the events come that it must not be overtaken by: the
 *     first of an engagement, since clients drop events of those that they do not know yet, and a
 *     page's own message, since they show one twice whose id they do not know yet
 * @param limits how much is kept
 * @param timers what is waited with; real time if empty
 * @param push whom to tell what is written to users who are not there
 */
public record ChatOptions(
    Script script,
    Duration hold,
    Duration settling,
    ChatLimits limits,
    Optional<Timers> timers,
    Optional<PushCallback> push) {

  /** The echoing bot, 25 seconds, 300 milliseconds, real time, and no callback. */
  public static ChatOptions defaults() {
    return new ChatOptions(
        EchoBot.script(),
        Duration.ofSeconds(25),
        Duration.ofMillis(300),
        ChatLimits.DEFAULT,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another script. */
  public ChatOptions withScript(Script newScript) {
    return new ChatOptions(newScript, hold, settling, limits, timers, push);
  }

  /** The same with polls that wait for another time. */
  public ChatOptions withHold(Duration newHold) {
    return new ChatOptions(script, newHold, settling, limits, timers, push);
  }

  /** The same with events that follow an answer after another time. */
  public ChatOptions withSettling(Duration newSettling) {
    return new ChatOptions(script, hold, newSettling, limits, timers, push);
  }

  /** The same with other limits. */
  public ChatOptions withLimits(ChatLimits newLimits) {
    return new ChatOptions(script, hold, settling, newLimits, timers, push);
  }

  /** The same, waiting with these. */
  public ChatOptions withTimers(Timers newTimers) {
    return new ChatOptions(script, hold, settling, limits, Optional.of(newTimers), push);
  }

  /** The same, telling a server what is written to users who are not there. */
  public ChatOptions withPushCallback(PushCallback callback) {
    return new ChatOptions(script, hold, settling, limits, timers, Optional.of(callback));
  }
}
