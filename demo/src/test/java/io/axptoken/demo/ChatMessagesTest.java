package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order of the chat client's messages, each of them once, and what it keeps out of sight. */
@Tag("slow")
final class ChatMessagesTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private Page page;

  @BeforeEach
  void openThePage() {
    page = PLAYGROUND.open();
  }

  @Test
  void messagesStandInTheOrderOfTheirIndexEachOnce() {
    assertThat(
            texts(
                """
                talk.add([bot("m3", 3), bot("m2", 2)]);
                talk.add([bot("m4", 4), bot("m3", 3)]);
                talk.add([bot("m1", 1), bot("m2", 2)]);\
                """))
        .containsExactly("m1", "m2", "m3", "m4");
  }

  @Test
  void onlyWhatIsNewIsSaidToBe() {
    assertThat(
            texts(
                """
                talk.add([bot("m1", 1)]);
                const fresh = talk.add([bot("m1", 1), bot("m2", 2)]);
                talk.note(fresh.map(({ id }) => id).join());\
                """))
        .containsExactly("m1", "m2", "m2");
  }

  @Test
  void anOwnMessageIsShownOnceWhenItsReceiptComesFirst() {
    assertThat(
            texts(
                """
                const key = talk.sending("hello");
                talk.sent(key, mine("m1", 1, "hello"));
                talk.add([mine("m1", 1, "hello"), bot("m2", 2)]);\
                """))
        .containsExactly("hello", "m2");
  }

  @Test
  void anOwnMessageIsShownOnceWhenItsEventComesFirst() {
    assertThat(
            texts(
                """
                const key = talk.sending("hello");
                talk.add([mine("m1", 1, "hello"), bot("m2", 2)]);
                talk.sent(key, mine("m1", 1, "hello"));\
                """))
        .containsExactly("hello", "m2");
  }

  @Test
  void equalTextsAreDifferentMessages() {
    assertThat(
            texts(
                """
                const first = talk.sending("ok");
                const second = talk.sending("ok");
                talk.add([mine("m1", 1, "ok")]);
                talk.sent(second, mine("m2", 2, "ok"));
                talk.add([mine("m2", 2, "ok")]);
                talk.sent(first, mine("m1", 1, "ok"));\
                """))
        .containsExactly("ok", "ok");
  }

  @Test
  void aNoteStaysWhereItWasMade() {
    assertThat(
            texts(
                """
                talk.add([bot("m5", 5)]);
                talk.note("note");
                const key = talk.sending("late");
                talk.add([bot("m6", 6), bot("m4", 4)]);\
                """))
        .containsExactly("m4", "m5", "note", "m6", "late");
  }

  @Test
  void aMessageThatWasNotSentCanBeTakenBack() {
    assertThat(
            texts(
                """
                const key = talk.sending("typo");
                talk.notSent(key, "Not sent");
                talk.note(talk.take(key) + " is back");\
                """))
        .containsExactly("typo is back");
  }

  @Test
  void tokensInTheWireAreShortened() {
    Object shown =
        page.evaluate(
            """
            async () => {
              const { withoutTokens } = await import("/playground/redact.js");
              const jwt = `eyJhbGciOiJub25l.${"a".repeat(50)}.${"b-_".repeat(20)}`;
              return withoutTokens(`Bearer jwt.${jwt} {"jwtToken":"jwt.${jwt}"} ${jwt}.`);
            }\
            """);
    assertThat(shown)
        .isEqualTo(
            "Bearer jwt.eyJhbG….aaaaaa….b-_b-_… {\"jwtToken\":\"jwt.eyJhbG….aaaaaa….b-_b-_…\"}"
                + " eyJhbG….aaaaaa….b-_b-_….");
  }

  @Test
  void theTokenGoesToThePlatformAloneWhateverAPageSaysIsNext() {
    Object asked =
        page.evaluate(
            """
            async () => {
              const { chatApi } = await import("/playground/chat-api.js");
              const asked = [];
              const exchange = async ({ url }) => (asked.push(url), { status: 200, text: "{}" });
              const base = "http://127.0.0.1:3001/chat";
              const api = chatApi({ base, appKey: "k", exchange });
              for (const url of ["http://evil.example/chat/x", `${base}.evil.example/x`, "//evil.example", "", `${base}/x`]) {
                await api.page("jwt", url);
              }
              return asked;
            }\
            """);
    assertThat(asked).isEqualTo(List.of("http://127.0.0.1:3001/chat/x"));
  }

  /** What is shown after these steps, from top to bottom. */
  private List<String> texts(String steps) {
    Object texts =
        page.evaluate(
            """
            async () => {
              const { conversation } = await import("/playground/chat-messages.js");
              const talk = conversation();
              const at = 0;
              const bot = (id, index) => ({ id, index, text: id, at, mine: false, sender: "Bot" });
              const mine = (id, index, text) => ({ id, index, text, at, mine: true, sender: "Ann" });
              %s
              return talk.items().map(({ text }) => text);
            }\
            """
                .formatted(steps));
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }
}
