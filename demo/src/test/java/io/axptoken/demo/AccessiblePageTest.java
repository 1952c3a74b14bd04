package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for everybody: by keyboard, on a phone, in the dark, with a screen reader. */
@Tag("slow")
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
    assertThat(page.getByLabel("Claimed")).isFocused();
    page.keyboard().press("Tab");
    assertThat(parts.userId()).isFocused();
    page.keyboard().type("-by-keyboard");
    PageChecks.tabTo(page, "Add an identifier");
    page.keyboard().press("Enter");
    assertThat(page.getByLabel("Type")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().type("me@example.com");
    PageChecks.tabTo(page, "Get token");
    page.keyboard().press("Enter");
    assertThat(parts.claim("sub")).containsText("by-keyboard");

    page.getByLabel("What goes wrong").focus();
    page.keyboard().type("never");
    PageChecks.tabTo(page, "Fail once");
    page.keyboard().press("Space");
    assertThat(parts.chip()).hasText("Platform: never answers (next call)");
    PageChecks.tabTo(page, "Switch off");
    page.keyboard().press("Enter");
    assertThat(parts.chip()).hasText("Platform: works");
    PageChecks.tabTo(page, "Renew now");
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
    PageChecks.assertFits(page, width);
    page.getByLabel("Remove this identifier").click();
    parts.userId().fill("w".repeat(256));
    parts.getToken();
    page.locator("summary").evaluateAll("all => all.forEach(one => one.parentNode.open = true)");
    PageChecks.assertFits(page, width);
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
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    parts.getToken();
    page.locator("summary").evaluateAll("all => all.forEach(one => one.parentNode.open = true)");
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    parts.fail("garbage", "Fail until switched off");
    parts.userId().fill("");
    parts.button("Get token").click();
    assertThat(parts.problem()).isVisible();
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    parts.userId().fill("u1");
    parts.button("Get token").click();
    assertThat(parts.problem()).containsText("bad answer");
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
  }

  @Test
  void eachControlHasANameAndTheHeadingsAreInOrder() {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    parts.button("Add an identifier").click();
    page.getByLabel("Value").fill("v");
    parts.getToken();
    assertThat(PageChecks.found(page, "controlsWithoutName")).isEmpty();
    assertThat(PageChecks.found(page, "duplicateIds")).isEmpty();
    List<String> headings = PageChecks.found(page, "headings");
    assertThat(headings).first().asString().startsWith("1 ");
    assertThat(headings).filteredOn(heading -> heading.startsWith("1 ")).hasSize(1);
    assertThat(headings).containsSubsequence("1 AXP token server", "2 Token", "3 Claims");
    assertThat(page.locator("header, main, footer")).hasCount(3);
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("#announcer"))
        .hasText(java.util.regex.Pattern.compile("Token received, valid until .*"));
  }
}
