package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static io.axptoken.sandbox.chat.wire.ChatClient.types;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 4.4, 4.5 and 4.8 of the contract. */
class EngagementsContractTest extends ChatTest {
  @Test
  void aNewEngagementHasUuidsItsParametersAndNobodyInItYet() {
    ChatClient page = page();

    HttpResponse<String> answer = page.askEngagement();

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonObject engagement = json(answer);
    assertThat(UUID.fromString(engagement.getString("engagementId"))).isNotNull();
    assertThat(engagement.getString("engagementStatus")).isEqualTo("PENDING");
    assertThat(engagement.getJsonObject("engagementParameters"))
        .isEqualTo(new JsonObject("{\"topic\":\"x\"}"));
    JsonObject dialog = engagement.getJsonArray("dialogs").getJsonObject(0);
    assertThat(UUID.fromString(dialog.getString("dialogId"))).isNotNull();
    assertThat(dialog.getString("dialogStatus")).isEqualTo("ACTIVE");
    assertThat(dialog.getString("createdAt")).isEqualTo(time.instant().toString());
    assertThat(dialog.getString("lastUpdatedAt")).isNotEmpty();
    assertThat(dialog.getJsonArray("participants")).isEqualTo(new JsonArray());
  }

  @Test
  void theFirstEventComesOnlySomeTimeAfterTheAnswer() {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);
    ChatClient.Engaged engaged = page.engage();

    chat().sessions();
    chat().sessions();
    time.advance(SETTLING.minusMillis(1));
    assertThat(chat().heldPolls()).isEqualTo(1);
    time.advance(Duration.ofMillis(1));

    List<JsonObject> events = page.take(ChatClient.join(poll));
    assertThat(types(events)).containsExactly("PARTICIPANT_ADDED");
    assertThat(events.getFirst().getString("engagementId")).isEqualTo(engaged.id());
    JsonObject participant = events.getFirst().getJsonObject("participant");
    assertThat(participant.getString("participantType")).isEqualTo("CUSTOMER");
    assertThat(participant.getString("participantId")).isNotEmpty();
    assertThat(participant.getString("displayName")).isEqualTo("Ann");
  }

  @Test
  void theCustomerIsAddedExactlyOncePerSessionAndEngagement() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    engaged.join();
    engaged.join();
    engaged.say("hello");
    settle();
    time.advance(SETTLING.multipliedBy(2));

    assertThat(types(page.poll())).containsExactly("PARTICIPANT_ADDED", "MESSAGE");
  }

  @Test
  void aClientThatUsesAnEngagementKnowsItSoItsFirstEventIsNotLate() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();

    engaged.say("at once");
    settle();

    assertThat(types(page.poll())).containsExactly("PARTICIPANT_ADDED", "MESSAGE");
    settle();
    assertThat(chat().conversations().getFirst().participants()).hasSize(1);
  }

  @Test
  void aJoiningSessionIsToldOfTheCustomerAndTheOtherSessionIsNot() {
    ChatClient first = page();
    ChatClient.Engaged engaged = first.engage();
    settle();
    String customer = participantId(first.poll().getFirst());
    ChatClient second = closing(first.anotherPage());

    HttpResponse<String> answer = second.engaged(engaged).join();
    settle();

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonArray participants =
        json(answer).getJsonArray("dialogs").getJsonObject(0).getJsonArray("participants");
    assertThat(participants.getJsonObject(0).getString("participantId")).isEqualTo(customer);
    List<JsonObject> events = second.poll();
    assertThat(types(events)).containsExactly("PARTICIPANT_ADDED");
    assertThat(participantId(events.getFirst())).isEqualTo(customer);
    engaged.say("to both");
    settle();
    assertThat(types(first.poll())).containsExactly("MESSAGE");
    assertThat(types(second.poll())).containsExactly("MESSAGE");
  }

  @Test
  void whatHappensBetweenAJoinAndItsFirstEventComesAfterThat() {
    ChatClient first = page();
    ChatClient.Engaged engaged = first.engage();
    settle();
    ChatClient second = closing(first.anotherPage());
    second.engaged(engaged).join();

    chat().conversation(engaged.id()).orElseThrow().bot("Bot").say("meanwhile");
    settle();

    assertThat(types(second.poll()))
        .containsExactly("PARTICIPANT_ADDED", "PARTICIPANT_ADDED", "MESSAGE");
  }

  @Test
  void aDisconnectTakesEverybodyOutTheCustomerLastAndNothingFollows() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    var conversation = chat().conversation(engaged.id()).orElseThrow();
    conversation.bot("Bot");
    var agent = conversation.agent("Kim");
    page.poll();

    HttpResponse<String> answer = engaged.disconnect();
    agent.say("too late");
    conversation.end();

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    List<JsonObject> events = page.poll();
    assertThat(types(events))
        .containsExactly(
            "PARTICIPANT_DISCONNECTED", "PARTICIPANT_DISCONNECTED", "PARTICIPANT_DISCONNECTED");
    assertThat(events)
        .extracting(event -> event.getJsonObject("participant").getString("participantType"))
        .containsExactly("BOT", "AGENT", "CUSTOMER");
  }

  @Test
  void aDisconnectIsToldToAllSessionsThatJoined() {
    ChatClient first = page();
    ChatClient.Engaged engaged = first.engage();
    settle();
    ChatClient second = closing(first.anotherPage());
    second.engaged(engaged).join();
    settle();

    second.engaged(engaged).disconnect();

    assertThat(types(first.poll())).endsWith("PARTICIPANT_DISCONNECTED");
    assertThat(types(second.poll())).endsWith("PARTICIPANT_DISCONNECTED");
  }

  @Test
  void anEngagementDisconnectedBeforeItsFirstEventStillBeginsBeforeItEnds() {
    ChatClient page = page();

    page.engage().disconnect();
    settle();

    assertThat(types(page.poll())).containsExactly("PARTICIPANT_ADDED", "PARTICIPANT_DISCONNECTED");
  }

  @Test
  void oneSessionMayHaveSeveralEngagements() {
    ChatClient page = page();
    ChatClient.Engaged one = page.engage();
    settle();
    page.poll();
    ChatClient.Engaged two = page.engage();
    settle();

    List<JsonObject> events = page.poll();

    assertThat(events.getFirst().getString("engagementId")).isEqualTo(two.id());
    assertThat(one.say("still here").statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsUnknownOrOverOrSomebodyElsesIsNotFound() {
    ChatClient.Engaged strangers = page().engage();
    ChatClient page = page();
    ChatClient.Engaged over = page.engage();
    over.disconnect();

    for (ChatClient.Engaged each : List.of(page.engaged(strangers), over)) {
      assertThat(each.join().statusCode()).isEqualTo(404);
      assertThat(each.say("hello").statusCode()).isEqualTo(404);
      assertThat(each.list().statusCode()).isEqualTo(404);
      assertThat(each.disconnect().statusCode()).isEqualTo(404);
    }
    assertThat(chat().conversation(strangers.id())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {":join", "/messages", ":disconnect"})
  void anUnknownDialogOrSessionIsNever404(String call) {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    String path = "/engagements/" + engaged.id() + call;
    String unknown = UUID.randomUUID().toString();

    assertThat(page.post(path, engaged.ids().put("dialogId", unknown)).statusCode()).isEqualTo(400);
    assertThat(page.post(path, engaged.ids().put("sessionId", unknown)).statusCode())
        .isEqualTo(400);
    assertThat(page.post(path, new JsonObject()).statusCode()).isEqualTo(400);
  }

  @Test
  void anEngagementOfASessionThatIsGoneIsRefused() {
    ChatClient page = page();
    page.delete("/sessions/" + page.sessionId());

    HttpResponse<String> answer = page.askEngagement();

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).getString("detail")).isEqualTo("Session not found");
  }

  private static String participantId(JsonObject event) {
    return event.getJsonObject("participant").getString("participantId");
  }
}
