package io.axptoken.sandbox.chat;

import static io.axptoken.sandbox.chat.wire.ChatClient.texts;
import static io.axptoken.sandbox.chat.wire.ChatClient.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Participant;
import io.axptoken.sandbox.chat.wire.ChatClient;
import io.axptoken.sandbox.chat.wire.ChatTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scripts and tests can do in a conversation. */
class ConversationTest extends ChatTest {
  private final List<String> heard = new ArrayList<>();

  @Override
  protected Script script() {
    // #region weather
    Script weather =
        conversation -> {
          Voice bot = conversation.bot("Weather");
          bot.say("Good day, " + conversation.customerName() + ". Which city?");
          return city -> {
            bot.typing();
            conversation.after(
                Duration.ofSeconds(1), () -> bot.say("It is sunny in " + city + "."));
          };
        };
    // #endregion weather
    return conversation -> {
      if (conversation.customerId().contains("broken")) {
        throw new IllegalStateException("on purpose");
      }
      Script.Listener listener = weather.begin(conversation);
      return new Script.Listener() {
        @Override
        public void hear(String text) {
          if (text.equals("break")) {
            throw new IllegalStateException("on purpose, too");
          }
          if (text.equals("break later")) {
            conversation.after(
                Duration.ofSeconds(1),
                () -> {
                  throw new IllegalStateException("later");
                });
          }
          listener.hear(text);
        }

        @Override
        public void ended() {
          heard.add("ended " + conversation.engagementId());
        }
      };
    };
  }

  @Test
  void aScriptGreetsListensAndWaitsByTheChatsTime() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    assertThat(texts(page.poll())).containsExactly("Good day, Ann. Which city?");

    engaged.say("Bonn");
    settle();

    assertThat(types(page.poll())).containsExactly("MESSAGE", "SANDBOX_TYPING");
    time.advance(Duration.ofSeconds(1));
    assertThat(texts(page.poll())).containsExactly("It is sunny in Bonn.");
  }

  @Test
  void aScriptThatWaitsIsNotWokenInAConversationThatIsOver() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("Bonn");
    engaged.disconnect();

    time.advance(Duration.ofSeconds(1));

    assertThat(texts(page.poll())).doesNotContain("It is sunny in Bonn.");
    assertThat(chat().scriptFailures()).isEmpty();
    assertThat(heard).contains("ended " + engaged.id());
  }

  @Test
  void whatAScriptThrowsEndsItsConversationAlone() {
    ChatClient page = page();
    ChatClient.Engaged broken = page.engage();
    ChatClient.Engaged whole = page.engage();
    settle();

    broken.say("break");
    settle();

    List<JsonObject> events = page.poll();
    assertThat(types(events)).endsWith("MESSAGE", "ENGAGEMENT_ERROR");
    assertThat(events.getLast().encode()).doesNotContain("on purpose", "Exception");
    assertThat(chat().scriptFailures())
        .singleElement()
        .hasToString("java.lang.IllegalStateException: on purpose, too");
    assertThat(whole.say("Bonn").statusCode()).isEqualTo(201);
  }

  @Test
  void whatAScriptThrowsWhileItBeginsOrLaterIsKeptAsWell() {
    ChatClient page = closing(ChatClient.open(sandbox, "cust0mer-broken"));
    page.engage();
    settle();
    assertThat(types(page.poll())).containsExactly("PARTICIPANT_ADDED", "ENGAGEMENT_ERROR");

    page().engage().say("break later");
    settle();
    time.advance(Duration.ofSeconds(1));

    assertThat(chat().scriptFailures()).hasSize(2);
  }

  @Test
  void aTestAnswersAsAnAgent() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    Conversation conversation = chat().conversations().getFirst();
    assertThat(conversation.customerId()).isEqualTo(user);
    assertThat(conversation.parameters()).containsEntry("topic", "x");

    Voice agent = conversation.agent("Kim");
    agent.say("I am Kim.");
    agent.leave();
    agent.say("not heard");

    assertThat(types(page.poll()))
        .endsWith("PARTICIPANT_ADDED", "MESSAGE", "PARTICIPANT_DISCONNECTED");
    assertThat(conversation.messages())
        .extracting(Message::text)
        .containsExactly("Good day, Ann. Which city?", "I am Kim.");
    assertThat(conversation.participants())
        .extracting(Participant::type)
        .containsExactly(Participant.Type.CUSTOMER, Participant.Type.BOT);
    assertThat(engaged.say("hello").statusCode()).isEqualTo(201);
  }

  @Test
  void aConversationThatIsOverStaysReadableForTestsAndIsNoLongerLive() {
    ChatClient page = page();
    page.engage();
    settle();
    Conversation conversation = chat().conversations().getFirst();

    conversation.end();
    conversation.agent("Too late").say("not heard");

    assertThat(conversation.isOver()).isTrue();
    assertThat(conversation.messages()).hasSize(1);
    assertThat(chat().conversations()).isEmpty();
    assertThat(chat().conversation(conversation.engagementId())).isEmpty();
  }

  @Test
  void aTextThatNoMessageMayHaveIsRefused() {
    page().engage();
    settle();
    Voice agent = chat().conversations().getFirst().agent("Kim");

    assertThatIllegalArgumentException().isThrownBy(() -> agent.say(""));
    assertThatIllegalArgumentException().isThrownBy(() -> agent.say("x".repeat(4097)));
  }
}
