package io.axptoken.sandbox.chat;

import static io.axptoken.sandbox.chat.wire.ChatClient.join;
import static io.axptoken.sandbox.chat.wire.ChatClient.texts;
import static io.axptoken.sandbox.chat.wire.ChatClient.types;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.chat.room.ChatLimits;
import io.axptoken.sandbox.chat.wire.ChatClient;
import io.axptoken.sandbox.chat.wire.ChatTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the chat keeps, and what goes when there is too much. */
class LimitsTest extends ChatTest {
  private static final int SESSIONS = 6;
  private static final int SESSIONS_PER_USER = 3;
  private static final int ENGAGEMENTS = 4;
  private static final int ENGAGEMENTS_PER_USER = 2;
  private static final int MESSAGES = 5;
  private static final int EVENTS = 4;
  private static final int POLLS = 2;
  private static final int CHARS = 20_000;

  @Override
  protected SandboxOptions options() {
    ChatLimits limits =
        new ChatLimits(
            SESSIONS,
            SESSIONS_PER_USER,
            ENGAGEMENTS,
            ENGAGEMENTS_PER_USER,
            MESSAGES,
            EVENTS,
            POLLS,
            CHARS,
            Duration.ofHours(2));
    SandboxOptions options = super.options();
    return options.withChat(options.chat().withLimits(limits));
  }

  @Test
  void theOldestSessionOfAUserGoesWithItsPolls() {
    ChatClient first = page();
    CompletableFuture<HttpResponse<String>> poll = first.pollLater();
    awaitHeld(1);

    List<ChatClient> others = more(first, SESSIONS_PER_USER);

    assertThat(join(poll).body()).isEqualTo("[]");
    assertThat(isThere(first)).isFalse();
    assertThat(others).allMatch(LimitsTest::isThere);
  }

  @Test
  void ofAllSessionsTheLongestIdleGoes() {
    List<ChatClient> pages = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      pages.add(page());
    }
    assertThat(isThere(pages.getFirst())).isTrue();

    pages.add(page());

    assertThat(chat().sessions()).isEqualTo(SESSIONS);
    assertThat(isThere(pages.get(1))).isFalse();
    assertThat(isThere(pages.getFirst())).isTrue();
    assertThat(isThere(pages.getLast())).isTrue();
  }

  @Test
  void theOldestEngagementOfAUserGoesWithTheEventsOfItsEnd() {
    ChatClient page = page();
    ChatClient.Engaged oldest = page.engage();
    settle();
    page.poll();
    page.engage();

    page.engage();

    List<String> types = types(page.poll());
    assertThat(types).contains("PARTICIPANT_DISCONNECTED");
    assertThat(oldest.say("hello").statusCode()).isEqualTo(404);
    assertThat(chat().conversations()).hasSize(ENGAGEMENTS_PER_USER);
  }

  @Test
  void ofAllEngagementsTheLongestIdleGoes() {
    List<ChatClient.Engaged> all = new ArrayList<>();
    for (int i = 0; i < ENGAGEMENTS; i++) {
      all.add(page().engage());
    }
    assertThat(all.getFirst().say("still here").statusCode()).isEqualTo(201);

    page().engage();

    assertThat(chat().conversations()).hasSize(ENGAGEMENTS);
    assertThat(all.get(1).say("hello").statusCode()).isEqualTo(404);
    assertThat(all.getFirst().say("hello").statusCode()).isEqualTo(201);
  }

  @Test
  void anEngagementInWhichNothingHappensForHoursEnds() {
    ChatClient.Engaged engaged = page().engage();
    settle();
    time.advance(Duration.ofHours(2).minusSeconds(1));
    assertThat(chat().conversation(engaged.id())).isPresent();

    time.advance(Duration.ofSeconds(2));

    assertThat(chat().conversation(engaged.id())).isEmpty();
  }

  @Test
  void aPageThatPollsKeepsItsSession() {
    ChatClient page = page();
    for (int i = 0; i < 10; i++) {
      time.advance(Duration.ofMinutes(30));
      page.useToken(ChatClient.token(sandbox, user, "Ann"));
      CompletableFuture<HttpResponse<String>> poll = page.pollLater();
      awaitHeld(1);
      time.advance(HOLD);
      assertThat(join(poll).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void ofAnEngagementsMessagesTheNewestAreKept() {
    ChatClient.Engaged engaged = page().engage();
    for (int i = 1; i <= MESSAGES + 2; i++) {
      engaged.say("message " + i);
    }

    assertThat(chat().conversation(engaged.id()).orElseThrow().messages())
        .extracting(message -> message.text())
        .containsExactly("message 3", "message 4", "message 5", "message 6", "message 7");
  }

  @Test
  void ofASessionsEventsTheNewestAreKept() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    for (int i = 1; i <= EVENTS + 2; i++) {
      engaged.say("message " + i);
      settle();
    }

    assertThat(texts(page.poll()))
        .containsExactly("message 3", "message 4", "message 5", "message 6");
  }

  @Test
  void theOldestOfTooManyPollsIsAnsweredWithNothing() {
    ChatClient page = page();
    CompletableFuture<HttpResponse<String>> oldest = page.pollLater();
    awaitHeld(1);
    List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
    for (int i = 0; i < POLLS; i++) {
      others.add(page.pollLater());
      awaitHeld(Math.min(POLLS, i + 2));
    }

    assertThat(join(oldest).body()).isEqualTo("[]");
    page.engage();
    settle();
    assertThat(others)
        .allSatisfy(poll -> assertThat(join(poll).body()).contains("PARTICIPANT_ADDED"));
  }

  @Test
  void whoIsIdleGoesWhenAllTextTogetherIsTooLong() {
    ChatClient idle = page();
    ChatClient.Engaged engaged = idle.engage();
    sayMuch(engaged, 2);
    sayMuch(page().engage(), 2);
    ChatClient last = page();

    sayMuch(last.engage(), 2);

    assertThat(isThere(idle)).isFalse();
    assertThat(chat().conversation(engaged.id())).isEmpty();
    assertThat(isThere(last)).isTrue();
    assertThat(chat().conversations()).hasSize(2);
  }

  private List<ChatClient> more(ChatClient first, int count) {
    List<ChatClient> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(closing(first.anotherPage()));
    }
    return pages;
  }

  private void sayMuch(ChatClient.Engaged engaged, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(engaged.say("x".repeat(4096)).statusCode()).isEqualTo(201);
      settle();
    }
  }

  private static boolean isThere(ChatClient page) {
    return page.get("/sessions/" + page.sessionId()).statusCode() == 200;
  }
}
