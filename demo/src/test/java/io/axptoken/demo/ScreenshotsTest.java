package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures of the page for those who review it, under {@code target/screenshots}. */
@Tag("slow")
final class ScreenshotsTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private static final Path FOLDER = Path.of("target", "screenshots");

  @Test
  void desktopLight() {
    shoot("desktop-light", withToken(desktop(ColorScheme.LIGHT)));
  }

  @Test
  void desktopDark() {
    Page page = withToken(desktop(ColorScheme.DARK));
    page.locator("#timeline summary").first().click();
    shoot("desktop-dark", page);
  }

  @Test
  void phone() {
    shoot(
        "phone", withToken(options(ColorScheme.LIGHT).setViewportSize(390, 844).setIsMobile(true)));
  }

  @Test
  void conversation() {
    Page page = withToken(desktop(ColorScheme.LIGHT).setViewportSize(1180, 900));
    ChatParts chat = new ChatParts(page);
    chat.start();
    chat.say("Where is my parcel?");
    assertThat(chat.texts()).hasCount(3);
    chat.button("Expire token").click();
    assertThat(chat.notes().last()).containsText("Another token");
    chat.say("Are you still there?");
    assertThat(chat.texts()).hasCount(5);
    page.locator("#wire summary").nth(5).click();
    page.mouse().move(0, 0);
    chat.shoot("conversation");
  }

  @Test
  void problem() {
    Page page = PLAYGROUND.open(desktop(ColorScheme.LIGHT));
    PageParts parts = new PageParts(page);
    parts.fail("unavailable", "Fail until switched off");
    parts.button("Get token").click();
    assertThat(parts.problem()).isVisible();
    shoot("problem", page);
  }

  @Test
  void violations() {
    Page page = PLAYGROUND.open(desktop(ColorScheme.DARK));
    PageParts parts = new PageParts(page);
    parts.userId().fill("");
    parts.button("Get token").click();
    assertThat(parts.problem()).isVisible();
    shoot("violations", page);
  }

  private static Page withToken(NewContextOptions options) {
    Page page = PLAYGROUND.open(options);
    PageParts parts = new PageParts(page);
    parts.name().fill("Zoë Müller");
    parts.button("Add an identifier").click();
    page.getByLabel("Value").fill("zoe@example.com");
    parts.getToken();
    assertThat(parts.calls().first()).isVisible();
    return page;
  }

  private static NewContextOptions desktop(ColorScheme scheme) {
    return options(scheme).setViewportSize(1280, 900);
  }

  private static NewContextOptions options(ColorScheme scheme) {
    return new NewContextOptions()
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale("en-GB");
  }

  private static void shoot(String name, Page page) {
    Path file = FOLDER.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    assertThat(file).isNotEmptyFile();
  }
}
