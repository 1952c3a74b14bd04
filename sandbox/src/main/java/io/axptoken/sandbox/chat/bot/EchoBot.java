package io.axptoken.sandbox.chat.bot;

import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.chat.Script;
import io.axptoken.sandbox.chat.Voice;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Participant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bot that answers unless told otherwise: it greets, repeats what it hears, and does on command
 * what a front end must be able to bear. It falls silent while an agent is in the conversation.
 */
public final class EchoBot implements Script.Listener {
  /** How many messages {@code /long} sends. */
  public static final int LONG = 120;

  static final Duration THINKING = Duration.ofMillis(400);
  static final Duration SLOW = Duration.ofSeconds(5);
  private static final String ECHO = "You said: ";
  private static final String HELP =
      """
      /agent - an agent joins
      /slow - an answer that takes five seconds
      /long - 120 messages
      /end - the conversation ends
      /error - the conversation breaks off
      /help - this list\
      """;

  private final Conversation conversation;
  private final Voice bot;
  private final Map<String, Runnable> commands = new LinkedHashMap<>();
  private @Nullable Voice agent;

  private EchoBot(Conversation conversation) {
    this.conversation = conversation;
    this.bot = conversation.bot("Sandbox bot");
    commands.put("/agent", this::bringAgent);
    commands.put("/slow", () -> answer(SLOW, "That took five seconds."));
    commands.put("/long", this::sayMuch);
    commands.put("/end", conversation::end);
    commands.put(
        "/error", () -> conversation.fail("Sandbox error", "This error was asked for by /error."));
    commands.put("/help", () -> answer(THINKING, HELP));
  }

  /** The script of this bot. */
  public static Script script() {
    return conversation -> {
      EchoBot echo = new EchoBot(conversation);
      echo.greet();
      return echo;
    };
  }

  private void greet() {
    String name = conversation.customerName();
    bot.say((name.isEmpty() ? "Hello" : "Hello, " + name) + "! I repeat what you say; try /help.");
  }

  @Override
  public void hear(String text) {
    Optional.ofNullable(commands.get(text.strip().toLowerCase(Locale.ROOT)))
        .orElse(() -> echo(text))
        .run();
  }

  private void echo(String text) {
    String room = text.substring(0, Math.min(text.length(), Message.MAX_TEXT - ECHO.length()));
    if (agent != null && agent.isThere()) {
      answer(agent, THINKING, ECHO + room);
    } else if (!isAgentThere()) {
      answer(THINKING, ECHO + room);
    }
  }

  private boolean isAgentThere() {
    return conversation.participants().stream()
        .anyMatch(each -> each.type() == Participant.Type.AGENT);
  }

  private void bringAgent() {
    answer(THINKING, isAgentThere() ? "An agent is here already." : "An agent is on the way.");
    if (!isAgentThere()) {
      conversation.after(
          THINKING.multipliedBy(2),
          () -> {
            Voice alex = conversation.agent("Alex");
            agent = alex;
            answer(alex, THINKING, "This is Alex, a scripted agent. How can I help?");
          });
    }
  }

  private void sayMuch() {
    for (int i = 1; i <= LONG; i++) {
      bot.say("Message " + i + " of " + LONG);
    }
  }

  private void answer(Duration thinking, String text) {
    answer(bot, thinking, text);
  }

  private void answer(Voice voice, Duration thinking, String text) {
    voice.typing();
    conversation.after(thinking, () -> voice.say(text));
  }
}
