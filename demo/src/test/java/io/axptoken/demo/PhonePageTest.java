package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FcmError;
import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.fcm.FcmMessage;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's phone: what is written to a chat that was left arrives there, late if need be. */
@Tag("slow")
final class PhonePageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ANSWER = "Are you still there? I have an answer for you.";

  private Page page;
  private ChatParts chat;

  @BeforeEach
  void openThePage() {
    page = PLAYGROUND.open();
    chat = new ChatParts(page);
  }

  @Test
  void withoutAChatThereIsNoSessionToRegisterFor() {
    chat.button("Register the phone").click();
    assertThat(page.locator("#phone-error")).containsText("Start the chat first");
    assertThat(chip()).hasText("Not registered");
  }

  @Test
  void whatIsWrittenToALeftChatArrivesAndATapGoesOn() {
    leaveTheChat();
    chat.button("Have an agent write").click();

    assertThat(notifications()).hasCount(1);
    assertThat(notifications().first()).containsText("You have an unread message");
    assertThat(chat.texts()).hasCount(1);
    notifications().first().click();

    chat.assertConnected();
    assertThat(chat.texts().last()).hasText(ANSWER);
    assertThat(notifications()).hasCount(0);
    assertThat(chip()).hasText("Registered");
    assertThat(chat.composer()).isFocused();
  }

  @Test
  void theNotificationNamesTheEventAndHoldsNoText() {
    leaveTheChat();
    chat.button("Have an agent write").click();
    FcmMessage message = PLAYGROUND.sandbox().firebase().awaitMessages(1, PATIENCE).getFirst();

    Conversation conversation = PLAYGROUND.sandbox().chat().conversations().getFirst();
    Assertions.assertThat(message.data())
        .containsEntry("conversationId", conversation.engagementId())
        .containsKeys("eventId", "sessionId", "eventDate");
    Assertions.assertThat(new JsonObject(message.json()).encode()).doesNotContain("answer for you");
  }

  @Test
  void whoIsThereGetsNoNotification() {
    register();
    chat.button("Have an agent write").click();

    assertThat(chat.texts().last()).hasText(ANSWER);
    leave();
    chat.button("Have an agent write").click();
    assertThat(notifications()).hasCount(1);
    Assertions.assertThat(PLAYGROUND.sandbox().chat().pushCallbacks().attempts()).hasSize(1);
  }

  @Test
  void whileFirebaseIsOutOfServiceItComesLateAndOnce() {
    PLAYGROUND.sandbox().faults().on(Endpoint.FCM_SEND).times(2, Fault.fcm(FcmError.UNAVAILABLE));
    leaveTheChat();
    chat.button("Have an agent write").click();

    assertThat(sends().filter(having("503"))).hasCount(2);
    assertThat(sends().filter(having("200"))).hasCount(1);
    assertThat(notifications()).hasCount(1);
    Assertions.assertThat(eventIds()).hasSize(1).doesNotHaveDuplicates();
  }

  @Test
  void theTroubleIsMadeOnThePage() {
    new PageParts(page).fail("firebase-unavailable", "Fail once");
    leaveTheChat();
    chat.button("Have an agent write").click();

    assertThat(sends()).hasCount(2);
    assertThat(notifications()).hasCount(1);
    Assertions.assertThat(eventIds()).hasSize(1);
  }

  @Test
  void aPhoneThatTheAppIsGoneFromGetsNothingMore() {
    new PageParts(page).fail("firebase-gone", "Fail once");
    leaveTheChat();
    chat.button("Have an agent write").click();
    assertThat(sends().filter(having("404"))).hasCount(1);

    chat.button("Have an agent write").click();
    PLAYGROUND.sandbox().chat().pushCallbacks().awaitAttempts(2, PATIENCE);
    assertThat(sends()).hasCount(1);
    Assertions.assertThat(eventIds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT"})
  void everybodyCanUseIt(int width, ColorScheme scheme) {
    page =
        PLAYGROUND.open(
            new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
    chat = new ChatParts(page);
    leaveTheChat();
    chat.button("Have an agent write").click();
    assertThat(notifications()).hasCount(1);
    assertThat(sends()).hasCount(1);

    Assertions.assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    Assertions.assertThat(PageChecks.found(page, "controlsWithoutName")).isEmpty();
    Assertions.assertThat(PageChecks.found(page, "duplicateIds")).isEmpty();
    PageChecks.assertFits(page, width);
    assertThat(page.locator("#phone-announcer"))
        .hasText("A notification has arrived on the phone.");
    page.locator("#phone-card")
        .locator("..")
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(
                    Path.of("target", "screenshots", "phone-card-" + width + scheme + ".png")));
    notifications().first().press("Enter");
    chat.assertConnected();
  }

  private void leaveTheChat() {
    register();
    leave();
  }

  private void register() {
    chat.start();
    chat.button("Register the phone").click();
    assertThat(chip()).hasText("Registered");
  }

  private void leave() {
    chat.button("Leave the chat").click();
    assertThat(chat.chip()).hasText("Left");
    assertThat(chip()).hasText("Put away");
  }

  private Locator chip() {
    return page.locator("#phone-chip");
  }

  private Locator notifications() {
    return page.locator("#notifications button");
  }

  private Locator sends() {
    return page.locator("#pushes > li");
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static List<String> eventIds() {
    return PLAYGROUND.sandbox().firebase().messages().stream()
        .map(message -> message.data().get("eventId"))
        .toList();
  }
}
