package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The token of a conversation on the page: renewed, refused, expired, and never shown whole. */
@Tag("slow")
final class ChatTokenTest {
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
  void aTokenIsRenewedInTheMidstOfAConversation() {
    chat.start();
    String first = chat.wire().last().locator("pre").textContent();
    chat.button("Renew now").click();
    assertThat(chat.notes().last()).containsText("Token renewed, and the conversation goes on.");
    chat.say("still there?");
    assertThat(chat.texts().last()).hasText("You said: still there?");
    String used = authorization(wireRow("POST", "/messages"));
    assertThat(used).startsWith("authorization: Bearer jwt.eyJ");
    assertThat(used).isNotEqualTo(authorization(wireRow("POST", "/sessions")));
    assertThat(first).contains("\"jwtToken\": \"jwt.eyJ");
    chat.shoot("renewal");
  }

  @Test
  void aRefusedTokenIsReplacedAndNothingIsLost() {
    chat.start();
    chat.say("before");
    chat.button("Expire token").click();
    assertThat(chat.notes().filter(having("refuses the token"))).hasCount(1);
    assertThat(chat.notes().last()).containsText("Another token: the conversation goes on.");
    chat.assertConnected();
    chat.say("after");
    assertThat(chat.texts().last()).hasText("You said: after");
    assertThat(chat.messages()).hasCount(5);
    assertThat(chat.wire().locator(".badge.bad").first()).hasText("401");
    chat.shoot("healed");
  }

  @Test
  void withoutAutomaticRenewalTheChatWaitsForATokenAndAMessageWithIt() {
    chat.start();
    page.getByLabel("Renew automatically").uncheck();
    chat.button("Expire token").click();
    assertThat(chat.chip()).hasText("Paused: token refused");
    chat.composer().fill("patience");
    chat.composer().press("Enter");
    assertThat(chat.messages().last()).hasClass("message mine sending");
    chat.shoot("paused");
    chat.button("Get a new token").click();
    chat.assertConnected();
    assertThat(chat.texts().last()).hasText("You said: patience");
    assertThat(chat.messages()).hasCount(3);
  }

  @Test
  void aTokenThatHasComeToItsEndIsReplacedBeforeAMessageIsTaken() {
    PLAYGROUND
        .sandbox()
        .faults()
        .on(Endpoint.END_USER_TOKEN)
        .next(Fault.earlyExpiry(Duration.ofSeconds(3)));
    chat.start();
    page.getByLabel("Renew automatically").uncheck();
    assertThat(page.locator("#chat-token-left")).hasText("expired.");
    chat.composer().fill("too late?");
    chat.composer().press("Enter");
    assertThat(wireRow("POST", "/messages").locator(".badge")).hasText("401");
    assertThat(chat.messages().last()).hasClass("message mine sending");
    chat.button("Renew now").click();
    assertThat(chat.texts().last()).hasText("You said: too late?");
    assertThat(chat.messages()).hasCount(3);
  }

  @Test
  void anotherUsersTokenDoesNotEnterTheConversation() {
    chat.start();
    PageParts parts = new PageParts(page);
    parts.userId().fill("somebody-else");
    parts.button("Get token").click();
    assertThat(parts.claim("sub")).hasText("somebody-else");
    chat.say("me again");
    chat.button("Expire token").click();
    chat.say("and again");
    assertThat(chat.texts().last()).hasText("You said: and again");
    assertThat(parts.claim("sub")).hasText("u1");
  }

  @Test
  void noWholeTokenStandsOnThePage() {
    chat.start();
    chat.button("Renew now").click();
    chat.say("hello");
    page.locator("summary").evaluateAll("all => all.forEach(one => one.parentNode.open = true)");
    assertThat(page.content()).contains("Bearer jwt.eyJ").doesNotContainPattern("eyJ[\\w-]{12}");
    Object stored = page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})");
    assertThat(stored).asString().contains("playground-chat").doesNotContain("eyJ");
  }

  @Test
  void withoutATokenThereIsNoChatAndThePageSaysSo() {
    new PageParts(page).userId().fill("");
    chat.button("Start chat").click();
    assertThat(page.locator("#chat-trouble")).containsText("There is no chat without a token");
    assertThat(new PageParts(page).userId()).isFocused();
    new PageParts(page).userId().fill("u1");
    chat.start();
    assertThat(page.locator("#chat-trouble")).isEmpty();
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

  private static String authorization(Locator row) {
    return row.locator("pre")
        .textContent()
        .lines()
        .filter(line -> line.startsWith("authorization"))
        .findFirst()
        .orElseThrow();
  }
}
