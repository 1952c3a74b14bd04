package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.chat.Voice;
import io.axptoken.sandbox.chat.room.Message;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a page is told of what it said itself: not before it has read the answer to that. */
class OwnMessagesContractTest extends ChatTest {
  @Test
  void aPagesOwnMessageComesOnlySomeTimeAfterItsAnswer() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);

    JsonObject receipt = json(engaged.say("hello"));
    chat().sessions();
    chat().sessions();
    time.advance(SETTLING.minusMillis(1));
    assertThat(chat().heldPolls()).isEqualTo(1);
    time.advance(Duration.ofMillis(1));

    List<JsonObject> events = page.take(ChatClient.join(poll));
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().getJsonObject("message").getString("messageId"))
        .isEqualTo(receipt.getString("messageId"));
  }

  @Test
  void otherPagesNeedNotWait() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    ChatClient other = closing(page.anotherPage());
    other.engaged(engaged).join();
    settle();
    Conversation conversation = chat().conversation(engaged.id()).orElseThrow();
    engaged.say("hello");

    assertThat(conversation.messages()).extracting(Message::text).containsExactly("hello");
    assertThat(ChatClient.texts(other.pollUntil("MESSAGE"))).containsExactly("hello");
  }

  @Test
  void whatIsSaidMeanwhileComesAfterIt() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();
    Voice agent = chat().conversation(engaged.id()).orElseThrow().agent("Kim");
    engaged.say("hello");
    agent.say("Good day.");
    settle();

    assertThat(ChatClient.texts(page.pollUntil("MESSAGE", 2)))
        .containsExactly("hello", "Good day.");
  }

  @Test
  void aPageThatGoesOnSayingThingsIsNotKeptWaiting() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();
    for (int i = 0; i < 4; i++) {
      engaged.say("message " + i);
      chat().sessions();
      chat().sessions();
      time.advance(SETTLING.dividedBy(2));
    }

    assertThat(ChatClient.texts(page.poll()))
        .containsExactly("message 0", "message 1", "message 2");
  }

  @Test
  void theEndComesAfterWhatWasSaidBefore() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();
    engaged.say("hello");
    engaged.disconnect();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);
    settle();

    assertThat(ChatClient.types(page.take(ChatClient.join(poll))))
        .containsExactly("MESSAGE", "PARTICIPANT_DISCONNECTED");
  }
}
