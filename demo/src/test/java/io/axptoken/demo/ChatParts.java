package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** The parts of the page's chat, by the names that people and screen readers know them by. */
record ChatParts(Page page) {
  private static final Path FOLDER = Path.of("target", "screenshots");

  Locator chip() {
    return page.locator("#chat-chip");
  }

  Locator card() {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName("Chat with the sandbox"));
  }

  Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  Locator messages() {
    return log().locator(".message");
  }

  Locator texts() {
    return log().locator(".message .text");
  }

  Locator notes() {
    return log().locator(".note");
  }

  Locator composer() {
    return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
  }

  Locator announcer() {
    return page.locator("#chat-announcer");
  }

  Locator wire() {
    return page.locator("#wire > li");
  }

  Locator button(String name) {
    return new PageParts(page).button(name);
  }

  /** Starts a chat and returns when it is connected and the bot has greeted. */
  void start() {
    button("Start chat").click();
    assertConnected();
    assertThat(texts().first()).containsText("Hello");
  }

  void assertConnected() {
    assertThat(chip()).hasText("Connected");
  }

  /** Says something and returns when it is delivered. */
  void say(String text) {
    composer().fill(text);
    composer().press("Enter");
    assertThat(messages().filter(new Locator.FilterOptions().setHasText(text)).first())
        .hasClass(java.util.regex.Pattern.compile("delivered"));
  }

  void shoot(String name) {
    card()
        .locator("..")
        .screenshot(
            new Locator.ScreenshotOptions().setPath(FOLDER.resolve("chat-" + name + ".png")));
  }
}
