package io.axptoken.sandbox.chat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.chat.Voice;
import io.axptoken.sandbox.chat.wire.ChatClient;
import io.axptoken.sandbox.chat.wire.ChatTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is written to while away is told of by a callback, until it is taken. */
class PushCallbackTest extends ChatTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Receiver receiver;
  private PushCallback callback;

  @BeforeEach
  void receive() throws IOException {
    receiver = closing(new Receiver());
    callback = PushCallback.to(receiver.uri());
    callbacks().callTo(callback);
  }

  @Test
  void whoIsWrittenToWhileAwayIsToldOf() throws InterruptedException {
    ChatClient page = page();
    Voice agent = agentFor(page);

    agent.say("Are you still there?");
    time.advance(callback.absence());

    JsonObject event = receiver.next();
    Conversation conversation = chat().conversations().getFirst();
    assertThat(event.getString("sessionId")).isEqualTo(page.sessionId());
    assertThat(event.getString("engagementId")).isEqualTo(conversation.engagementId());
    assertThat(event.getString("conversationId")).isEqualTo(conversation.engagementId());
    assertThat(event.getString("dialogId")).isNotEmpty();
    assertThat(OffsetDateTime.parse(event.getString("eventDate"))).isNotNull();
    assertThat(event.stream())
        .allSatisfy(each -> assertThat(each.getValue()).isInstanceOf(String.class));
    assertThat(event.encode()).doesNotContain("still there");
  }

  @Test
  void theEventIsTheOneThatPollsHave() throws InterruptedException {
    ChatClient page = page();
    agentFor(page).say("hello");
    time.advance(callback.absence());
    String told = receiver.next().getString("eventId");

    assertThat(page.pollUntil("MESSAGE"))
        .extracting(event -> event.getString("eventId"))
        .contains(told);
  }

  @Test
  void whoPollsIsNotToldOf() {
    ChatClient page = page();
    Voice agent = agentFor(page);
    page.pollUntil("PARTICIPANT_ADDED", 2);
    CompletableFuture<HttpResponse<String>> poll = page.pollLater();
    awaitHeld(1);

    agent.say("hello");
    ChatClient.join(poll);
    time.advance(callback.absence());

    assertSilent();
  }

  @Test
  void whoComesBackInTimeIsNotToldOf() {
    ChatClient page = page();
    Voice agent = agentFor(page);

    agent.say("hello");
    page.pollUntil("MESSAGE");
    time.advance(callback.absence());

    assertSilent();
  }

  @Test
  void whoHasEndedTheSessionIsNotToldOf() {
    ChatClient page = page();
    Voice agent = agentFor(page);

    agent.say("hello");
    page.delete("/sessions/" + page.sessionId());
    time.advance(callback.absence());

    assertSilent();
  }

  @Test
  void eachPageThatIsAwayIsToldOf() throws InterruptedException {
    ChatClient first = page();
    ChatClient.Engaged engaged = engage(first);
    ChatClient second = closing(first.anotherPage());
    second.engaged(engaged).join();
    settle();

    chat().conversations().getFirst().agent("Kim").say("hello");
    time.advance(callback.absence());

    assertThat(List.of(receiver.next(), receiver.next()))
        .extracting(event -> event.getString("sessionId"))
        .containsExactlyInAnyOrder(first.sessionId(), second.sessionId());
  }

  @Test
  void whatTheCustomerSaysIsToldToNobody() {
    engage(page()).say("hello");
    settle();
    time.advance(callback.absence());

    assertSilent();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 204, 301, 400, 404, 500, 503})
  void whateverIsNot200IsSentAgainAfterADelay(int status) throws InterruptedException {
    receiver.answers(status);
    agentFor(page()).say("hello");
    time.advance(callback.absence());
    JsonObject first = receiver.next();
    callbacks().awaitAttempts(1, PATIENCE);

    time.advance(callback.retryDelay().minusMillis(1));
    assertThat(receiver.isSilent()).isTrue();
    time.advance(Duration.ofMillis(1));

    assertThat(receiver.next()).isEqualTo(first);
    assertThat(callbacks().awaitAttempts(2, PATIENCE))
        .extracting(PushAttempt::accepted)
        .containsExactly(false, true);
    time.advance(callback.retryDelay());
    assertSilent();
  }

  @Test
  void anAnswerThatTakesFiveSecondsIsNone() throws InterruptedException {
    receiver.hangs();
    agentFor(page()).say("hello");
    time.advance(callback.absence());
    JsonObject first = receiver.next();

    time.advance(callback.timeout());
    assertThat(callbacks().awaitAttempts(1, PATIENCE).getFirst().status())
        .isEqualTo(OptionalInt.empty());
    time.advance(callback.retryDelay());

    assertThat(receiver.next()).isEqualTo(first);
  }

  @Test
  void aServerThatIsDownIsTriedAsOftenAsToldAndNoMore() {
    receiver.close();
    callbacks().callTo(callback.withAttempts(3));
    agentFor(page()).say("hello");
    time.advance(callback.absence());

    for (int n = 1; n <= 3; n++) {
      assertThat(callbacks().awaitAttempts(n, PATIENCE).getLast().number()).isEqualTo(n);
      time.advance(callback.retryDelay());
    }

    assertThat(time.pending()).isZero();
    assertThat(callbacks().attempts()).hasSize(3);
  }

  @Test
  void whatWaitsGoesToTheNewAddress() throws Exception {
    receiver.answers(500);
    agentFor(page()).say("hello");
    time.advance(callback.absence());
    JsonObject first = receiver.next();
    callbacks().awaitAttempts(1, PATIENCE);

    try (Receiver other = new Receiver()) {
      callbacks().callTo(PushCallback.to(other.uri()));
      time.advance(callback.retryDelay());

      assertThat(other.next()).isEqualTo(first);
    }
  }

  @Test
  void switchedOffNothingIsTold() throws InterruptedException {
    receiver.answers(500);
    Voice agent = agentFor(page());
    agent.say("hello");
    time.advance(callback.absence());
    receiver.next();
    callbacks().awaitAttempts(1, PATIENCE);

    callbacks().off();
    agent.say("again");
    time.advance(callback.retryDelay());

    assertSilent();
    assertThat(callbacks().callback()).isEmpty();
  }

  @Test
  void aResetReturnsToWhatIsConfigured() {
    sandbox.reset();

    assertThat(callbacks().callback()).isEqualTo(Optional.empty());
    assertThat(callbacks().attempts()).isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PushCallback.to(URI.create("ftp://localhost/")));
    assertThatIllegalArgumentException().isThrownBy(() -> PushCallback.to(URI.create("/relative")));
    assertThatIllegalArgumentException().isThrownBy(() -> callback.withAttempts(0));
    assertThatIllegalArgumentException().isThrownBy(() -> callback.withTimeout(Duration.ZERO));
  }

  private PushCallbacks callbacks() {
    return chat().pushCallbacks();
  }

  private ChatClient.Engaged engage(ChatClient page) {
    ChatClient.Engaged engaged = page.engage();
    settle();
    return engaged;
  }

  private Voice agentFor(ChatClient page) {
    engage(page);
    return chat().conversations().getFirst().agent("Kim");
  }

  /** Callbacks are sent on the chat's loop: after a turn, one that was due is under way. */
  private void assertSilent() {
    chat().sessions();
    assertThat(receiver.isSilent()).isTrue();
    assertThat(time.pending()).as("what is waited for").isZero();
  }
}
