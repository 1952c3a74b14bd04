package io.axptoken.sandbox.chat.bot;

import static io.axptoken.sandbox.chat.wire.ChatClient.texts;
import static io.axptoken.sandbox.chat.wire.ChatClient.types;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.chat.Script;
import io.axptoken.sandbox.chat.wire.ChatClient;
import io.axptoken.sandbox.chat.wire.ChatTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EchoBotTest extends ChatTest {
  @Override
  protected Script script() {
    return EchoBot.script();
  }

  @Test
  void itGreetsByName() {
    ChatClient page = page();
    page.engage();
    settle();

    List<JsonObject> events = page.poll();

    assertThat(types(events)).containsExactly("PARTICIPANT_ADDED", "PARTICIPANT_ADDED", "MESSAGE");
    assertThat(events.get(1).getJsonObject("participant").getString("participantType"))
        .isEqualTo("BOT");
    assertThat(texts(events).getFirst()).startsWith("Hello, Ann!").contains("/help");
  }

  @Test
  void itRepeatsWhatItHearsTheLongestTextToo() {
    assertThat(answerTo("Grüße 😀")).containsExactly("You said: Grüße 😀");
    assertThat(answerTo("x".repeat(4096)))
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("You said: xxx").hasSize(4096));
  }

  @Test
  void helpNamesAllCommands() {
    assertThat(answerTo(" /HELP ").getFirst())
        .contains("/agent", "/slow", "/long", "/end", "/error", "/help");
  }

  @Test
  void itIsSeenTypingAsLongAsItThinks() {
    ChatClient page = greeted();
    say("hello");
    assertThat(types(page.poll())).containsExactly("MESSAGE", "SANDBOX_TYPING");
    var poll = page.pollLater();
    awaitHeld(1);

    time.advance(EchoBot.THINKING.minusMillis(1));
    assertThat(chat().heldPolls()).isEqualTo(1);
    time.advance(Duration.ofMillis(1));

    assertThat(texts(page.take(ChatClient.join(poll)))).containsExactly("You said: hello");
  }

  @Test
  void slowTakesFiveSeconds() {
    ChatClient page = greeted();
    say("/slow");
    assertThat(types(page.poll())).containsExactly("MESSAGE", "SANDBOX_TYPING");

    time.advance(EchoBot.SLOW);

    assertThat(texts(page.poll())).containsExactly("That took five seconds.");
  }

  @Test
  void longSendsAHundredAndTwentyMessagesInOrder() {
    ChatClient page = greeted();
    say("/long");

    List<String> texts = texts(page.poll());

    assertThat(texts)
        .hasSize(121)
        .startsWith("/long", "Message 1 of 120")
        .endsWith("Message 120 of 120");
  }

  @Test
  void endEndsTheEngagement() {
    ChatClient page = greeted();
    say("/end");

    List<JsonObject> events = page.poll();

    assertThat(types(events))
        .containsExactly("MESSAGE", "PARTICIPANT_DISCONNECTED", "PARTICIPANT_DISCONNECTED");
    assertThat(events.getLast().getJsonObject("participant").getString("participantType"))
        .isEqualTo("CUSTOMER");
  }

  @Test
  void errorRaisesAnEngagementError() {
    ChatClient page = greeted();
    say("/error");

    assertThat(types(page.poll())).containsExactly("MESSAGE", "ENGAGEMENT_ERROR");
    assertThat(chat().scriptFailures()).isEmpty();
  }

  @Test
  void anAgentJoinsAndTakesOver() {
    ChatClient page = greeted();
    say("/agent");
    time.advance(EchoBot.THINKING.multipliedBy(4));
    List<JsonObject> joined = page.poll();
    assertThat(texts(joined)).hasSize(3).last().asString().startsWith("This is Alex");

    say("hello");
    time.advance(EchoBot.THINKING);

    JsonObject answer = page.pollUntil("MESSAGE", 2).getLast();
    assertThat(answer.getJsonObject("participant").getString("participantType")).isEqualTo("AGENT");
  }

  @Test
  void itIsSilentWhileAPersonIsThere() {
    ChatClient page = greeted();
    var agent = chat().conversations().getFirst().agent("Kim");
    say("to Kim");
    time.advance(EchoBot.THINKING);
    assertThat(texts(page.pollUntil("MESSAGE"))).containsExactly("to Kim");

    agent.leave();
    say("to the bot");
    time.advance(EchoBot.THINKING);

    assertThat(texts(page.pollUntil("MESSAGE", 2)))
        .containsExactly("to the bot", "You said: to the bot");
  }

  private ChatClient.@Nullable Engaged current;

  private void say(String text) {
    Objects.requireNonNull(current).say(text);
    settle();
  }

  private ChatClient greeted() {
    ChatClient page = page();
    current = page.engage();
    settle();
    page.poll();
    return page;
  }

  private List<String> answerTo(String text) {
    ChatClient page = greeted();
    say(text);
    time.advance(EchoBot.THINKING);
    List<String> texts = texts(page.pollUntil("MESSAGE", 2));
    return texts.subList(1, texts.size());
  }
}
