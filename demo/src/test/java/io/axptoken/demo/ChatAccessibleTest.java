package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat for everybody: by keyboard, on a phone, in the dark, with a screen reader. */
@Tag("slow")
final class ChatAccessibleTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  @Test
  void aWholeConversationCanBeHeldByKeyboard() {
    Page page = PLAYGROUND.open();
    ChatParts chat = new ChatParts(page);
    PageChecks.tabTo(page, "Start chat");
    page.keyboard().press("Enter");
    chat.assertConnected();
    assertThat(chat.composer()).isFocused();
    page.keyboard().type("first line");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("second line");
    page.keyboard().press("Enter");
    assertThat(chat.texts().last()).hasText("You said: first line\nsecond line");
    assertThat(chat.composer()).isFocused();
    PageChecks.tabTo(page, "/long");
    page.keyboard().press("Space");
    assertThat(chat.messages()).hasCount(124);

    chat.log().focus();
    assertThat(chat.texts().last()).isInViewport();
    page.keyboard().press("Home");
    assertThat(chat.texts().first()).isInViewport();
    PageChecks.tabTo(page, "Expire token");
    page.keyboard().press("Enter");
    assertThat(chat.notes().last()).containsText("Another token");
    PageChecks.tabTo(page, "End chat");
    page.keyboard().press("Enter");
    assertThat(chat.button("Start a new chat")).isFocused();
  }

  @Test
  void aScreenReaderHearsWhatOthersSayAndNotWhatIsLoadedFromBefore() {
    Page page = PLAYGROUND.open();
    ChatParts chat = new ChatParts(page);
    chat.start();
    assertThat(page.locator("#chat-announcer")).hasAttribute("role", "status");
    chat.say("one");
    assertThat(chat.announcer()).hasText("Sandbox bot: You said: one");
    chat.button("/long").click();
    assertThat(chat.announcer()).containsText("Message 120 of 120");
    page.reload();
    chat.assertConnected();
    assertThat(chat.messages()).hasCount(50);
    chat.button("Load older messages").click();
    assertThat(chat.messages()).hasCount(100);
    assertThat(chat.announcer()).isEmpty();
    assertThat(chat.log()).hasAttribute("aria-live", "off");
  }

  @Test
  void eachControlHasANameAndTheHeadingsAreInOrder() {
    Page page = PLAYGROUND.open();
    ChatParts chat = new ChatParts(page);
    chat.start();
    chat.say("hello");
    assertThat(PageChecks.found(page, "controlsWithoutName")).isEmpty();
    assertThat(PageChecks.found(page, "duplicateIds")).isEmpty();
    assertThat(PageChecks.found(page, "headings"))
        .containsSubsequence(
            "2 Chat with the sandbox",
            "3 Say to the bot",
            "3 Try the client",
            "2 What goes over the wire");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void textStandsOutFromItsGround(ColorScheme scheme) {
    Page page =
        PLAYGROUND.open(
            new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 900));
    ChatParts chat = new ChatParts(page);
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    chat.start();
    chat.button("/agent").click();
    assertThat(chat.texts().last()).containsText("This is Alex");
    page.locator("#wire summary").first().click();
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    page.getByLabel("Renew automatically").uncheck();
    chat.button("Expire token").click();
    assertThat(chat.chip()).hasText("Paused: token refused");
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    chat.shoot("scheme-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 390, 768, 1280})
  void nothingIsWiderThanTheScreen(int width) {
    Page page =
        PLAYGROUND.open(
            new NewContextOptions()
                .setViewportSize(width, 740)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setIsMobile(width < 768));
    ChatParts chat = new ChatParts(page);
    chat.start();
    assertThat(chat.composer()).isInViewport();
    chat.say("w".repeat(300));
    page.locator("#wire summary")
        .evaluateAll("all => all.forEach(one => one.parentNode.open = true)");
    PageChecks.assertFits(page, width);
    page.locator("#wire summary")
        .evaluateAll("all => all.forEach(one => one.parentNode.open = false)");
    chat.shoot("width-" + width);
  }
}
