package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.chat.Voice;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a front-end team tests its own page against the sandbox; docs/playground.md shows it. */
// docs:start
@WithAxpSandbox
final class ShopTest {
  private Shop shop;
  private Chromium chromium;
  private Page page;
  private Locator chat;

  @BeforeEach
  void openTheShop(AxpSandbox sandbox) throws IOException {
    shop = Shop.open(sandbox);
    chromium = Chromium.start();
    page = chromium.browser().newPage();
    page.navigate(shop.address());
    page.getByText("Chat with us").click();
    chat = page.getByRole(AriaRole.LOG).getByRole(AriaRole.LISTITEM);
  }

  @AfterEach
  void closeTheShop() {
    chromium.close();
    shop.close();
  }

  @Test
  void theBotAnswersTheCustomer() {
    assertThat(chat.first()).containsText("Hello, Ann!");
    say("Where is my parcel?");
    assertThat(chat.last()).hasText("Sandbox bot: You said: Where is my parcel?");
  }

  @Test
  void anAgentWritesToTheCustomer(AxpSandbox sandbox) {
    assertThat(chat).hasCount(1);
    Voice kim = sandbox.chat().conversations().getFirst().agent("Kim");
    kim.say("Your parcel is on its way.");
    assertThat(chat.last()).hasText("Kim: Your parcel is on its way.");
  }

  @Test
  void anExpiredTokenIsReplacedWithoutAWord(AxpSandbox sandbox) {
    assertThat(chat).hasCount(1);
    sandbox.chat().revokeTokens("customer-1");
    say("Still there?");
    assertThat(chat.last()).hasText("Sandbox bot: You said: Still there?");
    assertThat(chat).hasCount(3);
  }

  private void say(String text) {
    page.getByLabel("Message").fill(text);
    page.getByLabel("Message").press("Enter");
  }
}
// docs:end
