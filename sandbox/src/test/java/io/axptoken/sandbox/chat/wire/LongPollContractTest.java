package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.events;
import static io.axptoken.sandbox.chat.wire.ChatClient.join;
import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static io.axptoken.sandbox.chat.wire.ChatClient.texts;
import static io.axptoken.sandbox.chat.wire.ChatClient.types;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.RawCall;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Section 5 of the contract. */
class LongPollContractTest extends ChatTest {
  @Test
  void aPollWithNothingNewIsHeldAndThenAnsweredWithAnEmptyArray() {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);

    time.advance(HOLD.minusMillis(1));
    assertThat(chat().heldPolls()).isEqualTo(1);
    time.advance(Duration.ofMillis(1));

    assertThat(join(poll).statusCode()).isEqualTo(200);
    assertThat(join(poll).body()).isEqualTo("[]");
  }

  @Test
  void thePollIsHeldForLessThanTheClientsPatience() {
    assertThat(HOLD).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
  }

  @Test
  void aHeldPollIsAnsweredAsSoonAsThereIsSomething() {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);

    page.engage();
    settle();

    assertThat(types(events(join(poll)))).containsExactly("PARTICIPANT_ADDED");
    assertThat(join(poll).headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void anAnswerRemovesNothingUntilItIsAcknowledged() {
    ChatClient page = page();
    page.engage().say("one");

    List<JsonObject> first = events(join(page.pollLater(null)));
    List<JsonObject> again = events(join(page.pollLater(null)));

    assertThat(again).isEqualTo(first);
    assertThat(first).extracting(event -> event.getString("eventId")).doesNotHaveDuplicates();
  }

  @Test
  void anAcknowledgementDropsEverythingUpToThatEventAndNoMore() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("one");
    settle();
    engaged.say("two");
    settle();
    List<JsonObject> all = events(join(page.pollLater(null)));

    List<JsonObject> rest = events(join(page.pollLater(all.get(1).getString("eventId"))));

    assertThat(rest).isEqualTo(all.subList(2, all.size()));
    assertThat(events(join(page.pollLater(null)))).isEqualTo(rest);
  }

  @Test
  void anUnknownIdAcknowledgesNothing() {
    ChatClient page = page();
    page.engage().say("one");
    settle();

    assertThat(events(join(page.pollLater("no-such-event")))).hasSize(2);
    assertThat(events(join(page.pollLater("")))).hasSize(2);
    assertThat(events(join(page.pollLater("%00%ff")))).hasSize(2);
  }

  @Test
  void aPollWithoutAnIdNeverGetsWhatWasAcknowledged() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("one");
    settle();
    page.poll();
    CompletableFuture<HttpResponse<String>> acknowledging = page.pollLater();
    awaitHeld(1);
    time.advance(HOLD);
    join(acknowledging);
    engaged.say("two");
    settle();

    assertThat(texts(events(join(page.pollLater(null))))).containsExactly("two");
  }

  @Test
  void severalPollsAtOnceAllGetTheNewEvents() {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> old = page.pollLater();
    CompletableFuture<HttpResponse<String>> young = page.pollLater();
    awaitHeld(2);

    page.engage();
    settle();

    assertThat(types(events(join(old)))).containsExactly("PARTICIPANT_ADDED");
    assertThat(join(young).body()).isEqualTo(join(old).body());
  }

  @Test
  void aHeldPollDoesNotAcknowledge() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("one");
    settle();
    page.poll();
    CompletableFuture<HttpResponse<String>> oldPage = page.pollLater();
    awaitHeld(1);
    engaged.say("two");
    settle();
    join(oldPage);

    assertThat(texts(events(join(page.pollLater(null))))).containsExactly("two");
  }

  @Test
  void theHeadOfAHeldPollIsSentAtOnce() throws Exception {
    ChatClient page = page();
    String path = page.base().substring(sandbox.baseUri().toString().length());
    String request =
        "GET "
            + path
            + "/sessions/"
            + page.sessionId()
            + "/events HTTP/1.1\r\nHost: h\r\nConnection: close\r\nappkey: "
            + sandbox.account().appKey()
            + "\r\nAuthorization: Bearer "
            + page.token()
            + "\r\n\r\n";
    try (RawCall call = RawCall.of(sandbox, request)) {
      String head = call.readHead(Duration.ofSeconds(10));
      assertThat(head)
          .startsWith("HTTP/1.1 200 OK\r\n")
          .containsIgnoringCase("access-control-allow-origin: *")
          .containsIgnoringCase("cache-control: no-store");
      assertThat(chat().heldPolls()).isEqualTo(1);
      time.advance(HOLD);
      assertThat(call.read(Duration.ofSeconds(10))).contains("\r\n[]\r\n");
    }
  }

  @Test
  void aPollWhoseCallerIsGoneIsForgotten() throws Exception {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);

    page.close();

    awaitHeld(0);
    assertThat(poll).failsWithin(Duration.ofSeconds(10));
  }

  @Test
  void aDeletedSessionEndsItsHeldPollsAndTheNextOneLearnsWhy() {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);

    page.delete("/sessions/" + page.sessionId());

    assertThat(join(poll).body()).isEqualTo("[]");
    HttpResponse<String> next = join(page.pollLater());
    assertThat(next.statusCode()).isEqualTo(404);
    assertThat(json(next).getString("detail")).isEqualTo("Session not found");
    assertThat(next.headers().firstValue("access-control-allow-origin")).hasValue("*");
  }

  @Test
  void aProbePollIsAPollLikeAnyOther() {
    ChatClient page = page();
    page.engage().say("hello");
    settle();

    HttpResponse<String> probe =
        page.send(
            page.request("/sessions/" + page.sessionId() + "/events")
                .setHeader("x-route-request", page.sessionId()));

    assertThat(types(events(probe))).containsExactly("PARTICIPANT_ADDED", "MESSAGE");
    assertThat(texts(page.poll())).containsExactly("hello");
  }

  @Test
  void aRevokedTokenEndsItsPollsAndNoEventIsLostWhenAnotherOneTakesItsPlace() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("before");
    settle();
    page.poll();
    CompletableFuture<HttpResponse<String>> held = page.pollLater();
    awaitHeld(1);

    chat().revokeTokens(user);
    assertThat(page.take(join(held))).isEmpty();
    chat().conversation(engaged.id()).orElseThrow().bot("Bot").say("meanwhile");
    settle();
    assertThat(join(page.pollLater()).statusCode()).isEqualTo(401);
    page.useToken(ChatClient.token(sandbox, user, "Ann"));

    assertThat(texts(page.poll())).containsExactly("meanwhile");
  }

  @Test
  void anEngagementErrorCarriesItsErrorAndEndsTheEngagement() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();

    chat().conversation(engaged.id()).orElseThrow().fail("Queue closed", "Nobody is there.");

    List<JsonObject> events = page.poll();
    assertThat(types(events)).containsExactly("ENGAGEMENT_ERROR");
    JsonObject error = events.getFirst().getJsonObject("error");
    assertThat(error.getString("type")).isNotEmpty();
    assertThat(error.getString("title")).isEqualTo("Queue closed");
    assertThat(error.getString("detail")).isEqualTo("Nobody is there.");
    assertThat(engaged.say("hello").statusCode()).isEqualTo(404);
  }

  @Test
  void everyEventHasAnIdATypeAndItsEngagement() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("hello");
    var bot = chat().conversation(engaged.id()).orElseThrow().bot("Bot");
    bot.typing();
    bot.say("good day");
    bot.leave();
    engaged.disconnect();
    settle();

    List<JsonObject> events = page.poll();

    assertThat(types(events))
        .containsExactly(
            "PARTICIPANT_ADDED",
            "MESSAGE",
            "PARTICIPANT_ADDED",
            "SANDBOX_TYPING",
            "MESSAGE",
            "PARTICIPANT_DISCONNECTED",
            "PARTICIPANT_DISCONNECTED");
    assertThat(events)
        .allSatisfy(event -> {
          assertThat(event.getString("eventId")).isNotEmpty();
          assertThat(event.getString("engagementId")).isEqualTo(engaged.id());
          assertThat(event.getString("dialogId")).isEqualTo(engaged.dialogId);
          JsonObject participant = event.getJsonObject("participant");
          assertThat(participant.getString("participantId")).isNotEmpty();
          assertThat(participant.getString("participantType")).isNotEmpty();
        });
    assertThat(events).extracting(event -> event.getString("eventId")).doesNotHaveDuplicates();
  }

  @Test
  void somebodyElsesPollGetsNothing() {
    ChatClient stranger = page();
    CompletableFuture<HttpResponse<String>> poll = stranger.pollLater();
    awaitHeld(1);

    page().engage().say("private");

    assertThat(chat().heldPolls()).isEqualTo(1);
    time.advance(HOLD);
    assertThat(join(poll).body()).isEqualTo("[]");
  }
}
