package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for everybody: by keyboard, on a phone, in the dark, with a screen reader. */
final class AccessiblePageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  @Test
  void everythingCanBeDoneByKeyboard() {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the playground")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(parts.userId()).isFocused();
    page.keyboard().type("-by-keyboard");
    tabTo(page, "Add an identifier");
    page.keyboard().press("Enter");
    assertThat(page.getByLabel("Type")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().type("me@example.com");
    tabTo(page, "Get token");
    page.keyboard().press("Enter");
    assertThat(parts.claim("sub")).containsText("by-keyboard");

    page.getByLabel("What goes wrong").focus();
    page.keyboard().type("never");
    tabTo(page, "Fail once");
    page.keyboard().press("Space");
    assertThat(parts.chip()).hasText("Platform: never answers (next call)");
    tabTo(page, "Switch off");
    page.keyboard().press("Enter");
    assertThat(parts.chip()).hasText("Platform: works");
    tabTo(page, "Renew now");
    page.keyboard().press("Enter");
    assertThat(parts.calls()).hasCount(2);
    assertThat(parts.button("Renew now")).isFocused();
  }

  @ParameterizedTest
  @CsvSource({"1280, 900", "768, 1024", "390, 844", "320, 568"})
  void nothingIsWiderThanTheScreen(int width, int height) {
    Page page = PLAYGROUND.open(new NewContextOptions().setViewportSize(width, height));
    PageParts parts = new PageParts(page);
    parts.userId().fill("w".repeat(257));
    parts.button("Add an identifier").click();
    parts.button("Get token").click();
    assertThat(parts.problem()).isVisible();
    assertFits(page, width);
    page.getByLabel("Remove this identifier").click();
    parts.userId().fill("w".repeat(256));
    parts.getToken();
    page.locator("summary").evaluateAll("all => all.forEach(one => one.parentNode.open = true)");
    assertFits(page, width);
  }

  @Test
  void onAPhoneTheAnswerComesIntoView() {
    Page page = PLAYGROUND.open(new NewContextOptions().setViewportSize(390, 844));
    PageParts parts = new PageParts(page);
    parts.getToken();
    assertThat(parts.timeLeft()).isInViewport();
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
    PageParts parts = new PageParts(page);
    assertThat(tooFaint(page)).isEmpty();
    parts.getToken();
    page.locator("summary").evaluateAll("all => all.forEach(one => one.parentNode.open = true)");
    assertThat(tooFaint(page)).isEmpty();
    parts.fail("garbage", "Fail until switched off");
    parts.userId().fill("");
    parts.button("Get token").click();
    assertThat(parts.problem()).isVisible();
    assertThat(tooFaint(page)).isEmpty();
    parts.userId().fill("u1");
    parts.button("Get token").click();
    assertThat(parts.problem()).containsText("bad answer");
    assertThat(tooFaint(page)).isEmpty();
  }

  @Test
  void eachControlHasANameAndTheHeadingsAreInOrder() {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    parts.button("Add an identifier").click();
    page.getByLabel("Value").fill("v");
    parts.getToken();
    assertThat(strings(page, "controlsWithoutName")).isEmpty();
    assertThat(strings(page, "duplicateIds")).isEmpty();
    List<String> headings = strings(page, "headings");
    assertThat(headings).first().asString().startsWith("1 ");
    assertThat(headings).filteredOn(heading -> heading.startsWith("1 ")).hasSize(1);
    assertThat(headings).containsSubsequence("1 AXP token server", "2 Token", "3 Claims");
    assertThat(page.locator("header, main, footer")).hasCount(3);
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("#announcer"))
        .hasText(java.util.regex.Pattern.compile("Token received, valid until .*"));
  }

  private static void tabTo(Page page, String name) {
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      if (name.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
        return;
      }
    }
    throw new AssertionError("no way by Tab to " + name);
  }

  private static void assertFits(Page page, int width) {
    Object widest = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) widest).intValue()).isLessThanOrEqualTo(width);
  }

  private static List<String> tooFaint(Page page) {
    return strings(page, "tooFaint");
  }

  private static List<String> strings(Page page, String check) {
    Object found = page.evaluate("(" + checks() + ")." + check + "()");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String checks() {
    try (InputStream script =
        AccessiblePageTest.class.getResourceAsStream("accessibility-checks.js")) {
      if (script == null) {
        throw new IllegalStateException("accessibility-checks.js is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
