package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A conversation with the sandbox on the page, from its greeting to its end. */
@Tag("slow")
final class ChatPageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private Page page;
  private ChatParts chat;

  @BeforeEach
  void openThePage() {
    page = PLAYGROUND.open();
    chat = new ChatParts(page);
    new PageParts(page).name().fill("Zoë");
  }

  @Test
  void theBotGreetsTheCustomerByTheTokensName() {
    assertThat(chat.chip()).hasText("Not started");
    chat.start();
    assertThat(chat.texts().first()).containsText("Hello, Zoë!");
    assertThat(chat.notes().first()).containsText("Sandbox bot joined.");
    assertThat(page.locator("#chat-people")).hasText("With you: Sandbox bot.");
    assertThat(chat.announcer()).containsText("Sandbox bot: Hello, Zoë!");
    assertThat(chat.composer()).isFocused();
    chat.shoot("greeting");
  }

  /** What stands there for a moment only, a look now and then may miss. */
  private static final String NOTE_PEOPLE =
      """
      () => {
        const people = document.querySelector('#chat-people');
        window.noted = [];
        new MutationObserver(() => window.noted.push(people.textContent))
          .observe(people, { childList: true, characterData: true, subtree: true });
      }
      """;

  @Test
  void aMessageIsDeliveredOnceAndAnsweredByABotThatTypes() {
    chat.start();
    page.evaluate(NOTE_PEOPLE);
    chat.composer().fill("How are you?\nFine?");
    chat.button("Send").click();
    assertThat(chat.texts())
        .hasText(
            new String[] {
              "Hello, Zoë! I repeat what you say; try /help.",
              "How are you?\nFine?",
              "You said: How are you?\nFine?"
            });
    assertThat(chat.messages().nth(1)).hasClass("message mine delivered");
    assertThat(page.locator("#chat-people")).hasText("With you: Sandbox bot.");
    Assertions.assertThat(page.evaluate("noted.join('|')").toString())
        .contains("Sandbox bot: typing…");
    assertThat(chat.composer()).hasValue("");
    chat.shoot("message");
  }

  @Test
  void anAgentJoinsAndIsToldApart() {
    chat.start();
    chat.button("/agent").click();
    assertThat(chat.notes().filter(having("Alex joined."))).hasCount(1);
    Locator first = chat.messages().filter(having("This is Alex")).first();
    assertThat(first.locator(".kind")).hasText("agent");
    assertThat(page.locator("#chat-people")).hasText("With you: Sandbox bot, Alex.");
    chat.shoot("agent");
  }

  @Test
  void aHundredAndTwentyMessagesComeInOrderAndOlderOnesByThePage() {
    chat.start();
    chat.button("/long").click();
    assertThat(chat.messages()).hasCount(122);
    assertThat(chat.announcer()).containsText(Pattern.compile("Message 120 of 120$"));
    assertThat(chat.texts().last()).isInViewport();
    page.reload();
    chat.assertConnected();
    assertThat(chat.messages()).hasCount(50);
    assertThat(chat.texts().last()).isInViewport();

    chat.button("Load older messages").click();
    assertThat(chat.messages()).hasCount(100);
    chat.button("Load older messages").click();
    assertThat(chat.messages()).hasCount(122);
    assertThat(chat.button("Load older messages")).isHidden();
    assertThat(chat.texts().allInnerTexts().subList(2, 122))
        .isEqualTo(
            IntStream.rangeClosed(1, 120).mapToObj(i -> "Message " + i + " of 120").toList());
    chat.shoot("paging");
  }

  @Test
  void whatTheReaderLooksAtStaysWhereItIsWhenOlderMessagesCome() {
    chat.start();
    chat.button("/long").click();
    assertThat(chat.messages()).hasCount(122);
    page.reload();
    assertThat(chat.messages()).hasCount(50);
    chat.log().evaluate("log => log.scrollTop = 0");
    Locator first = chat.texts().filter(having("Message 71 of 120"));
    assertThat(first).isInViewport();
    chat.button("Load older messages").press("Enter");
    assertThat(chat.messages()).hasCount(100);
    assertThat(first).isInViewport();
  }

  @Test
  void aReloadedPageGoesOn() {
    chat.start();
    chat.say("remember me");
    assertThat(chat.texts().last()).hasText("You said: remember me");
    page.reload();
    chat.assertConnected();
    assertThat(chat.texts())
        .hasText(
            new String[] {
              "Hello, Zoë! I repeat what you say; try /help.",
              "remember me",
              "You said: remember me"
            });
    assertThat(chat.notes().last()).containsText("The page was loaded anew");
    assertThat(new PageParts(page).name()).hasValue("Zoë");
    chat.say("thanks");
    assertThat(chat.texts().last()).hasText("You said: thanks");
    chat.shoot("reloaded");
  }

  @Test
  void aSecondTabJoinsAndBothGoOn() {
    chat.start();
    chat.say("from the first");
    Page second = page.context().waitForPage(() -> page.getByText("Second tab").click());
    ChatParts other = new ChatParts(second);
    assertThat(new PageParts(second).name()).hasValue("Zoë");
    other.button("Start chat").click();
    assertThat(other.notes().last()).containsText("Joined the conversation that was going on.");
    assertThat(other.texts().first()).containsText("Hello, Zoë!");
    other.say("from the second");
    List<String> all =
        List.of(
            "Hello, Zoë! I repeat what you say; try /help.",
            "from the first",
            "You said: from the first",
            "from the second",
            "You said: from the second");
    assertThat(chat.texts()).hasText(all.toArray(String[]::new));
    assertThat(other.texts()).hasText(all.toArray(String[]::new));
    other.shoot("second-tab");

    chat.button("End chat").click();
    assertThat(other.chip()).hasText("Ended");
    assertThat(chat.chip()).hasText("Ended");
  }

  @Test
  void anEndedChatSaysSoAndAnotherCanBegin() {
    chat.start();
    chat.button("End chat").click();
    assertThat(chat.chip()).hasText("Ended");
    assertThat(chat.notes().last()).containsText("The conversation is over.");
    assertThat(chat.composer()).isHidden();
    assertThat(wireRow("DELETE", "/sessions")).isVisible();
    chat.shoot("ended");
    page.reload();
    assertThat(chat.chip()).hasText("Not started");
    chat.start();
    assertThat(chat.messages()).hasCount(1);
  }

  @Test
  void anErrorOfThePlatformEndsItWithItsReason() {
    chat.start();
    chat.button("/error").click();
    assertThat(chat.chip()).hasText("Ended");
    assertThat(chat.notes().last())
        .containsText("The platform ended the conversation: This error was asked for by /error.");
    chat.button("Start a new chat").click();
    chat.assertConnected();
  }

  @Test
  void anUnreachableChatIsSaidToBeOne() {
    page.route("**/sdk/digital/chat/**", route -> route.abort());
    chat.button("Start chat").click();
    assertThat(page.locator("#chat-trouble"))
        .hasText("The chat could not be started: the sandbox cannot be reached.");
    assertThat(chat.button("Start chat")).isVisible();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private Locator wireRow(String method, String path) {
    return chat.wire()
        .filter(having(method))
        .filter(new Locator.FilterOptions().setHasText(path))
        .first();
  }
}
