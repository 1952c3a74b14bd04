package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making the platform fail on the page, and seeing what comes of it. */
@Tag("slow")
final class TroublePageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private Page page;
  private PageParts parts;

  @BeforeEach
  void openThePage() {
    page = PLAYGROUND.open();
    parts = new PageParts(page);
  }

  @Test
  void aFaultSwitchedOnIsShownAsAProblemAndHealsWhenSwitchedOff() {
    parts.fail("unavailable", "Fail until switched off");
    assertThat(parts.chip()).hasText("Platform: out of service (503)");
    parts.button("Get token").click();
    assertThat(parts.problem().locator(".status")).hasText("503");
    assertThat(parts.problem().locator("h3")).hasText("Platform unavailable");
    assertThat(parts.problem()).containsText("The platform cannot be reached. Try again later.");
    assertThat(parts.problem().locator("dd").nth(2)).hasText("5 s");
    assertThat(parts.problem().locator("a")).hasText("platform-unavailable");
    assertThat(parts.problem().locator("dd code")).hasText(Pattern.compile("[0-9a-f]{16}"));

    parts.button("Switch off").click();
    assertThat(parts.chip()).hasText("Platform: works");
    parts.getToken();
    assertThat(parts.problem()).isHidden();
  }

  @ParameterizedTest
  @CsvSource({
    "busy, 503, Platform busy",
    "server-error, 503, Platform unavailable",
    "reset, 503, Platform unavailable",
    "garbage, 502, Platform gave a bad answer",
    "huge, 502, Platform gave a bad answer",
    "wrong-credentials, 502, Platform rejected our credentials"
  })
  void eachTroubleHasItsOwnProblem(String trouble, String status, String title) {
    parts.fail(trouble, "Fail until switched off");
    parts.button("Get token").click();
    assertThat(parts.problem().locator(".status")).hasText(status);
    assertThat(parts.problem().locator("h3")).hasText(title);
  }

  @Test
  void aFaultForOneCallIsOverAfterIt() {
    parts.fail("garbage", "Fail once");
    assertThat(parts.chip()).hasText("Platform: answers with garbage (next call)");
    parts.button("Get token").click();
    assertThat(parts.problem()).isVisible();
    assertThat(parts.chip()).hasText("Platform: works");
    parts.getToken();
  }

  @Test
  void anAccessTokenThatIsRefusedOnceIsNoticedByNobody() {
    parts.fail("revoked", "Fail once");
    parts.getToken();
    assertThat(parts.calls()).hasCount(3);
    assertThat(parts.calls().locator(".badge")).hasText(new String[] {"201", "200", "401"});
  }

  @Test
  void aConnectionThatIsDroppedOnceIsNoticedByNobody() {
    parts.getToken();
    parts.button("Clear").click();
    parts.fail("reset", "Fail once");
    parts.getToken();
    assertThat(parts.calls()).hasCount(2);
  }

  @Test
  void theTimelineShowsThatTheAccessTokenIsShared() {
    parts.getToken();
    parts.button("Clear").click();
    assertThat(parts.calls()).hasCount(0);
    for (int i = 1; i <= 3; i++) {
      parts.button("Get token").click();
      assertThat(parts.calls()).hasCount(i);
    }
    assertThat(page.locator("#timeline-summary"))
        .hasText(
            "3 end-user token calls, 0 access-token calls: the access token is kept and shared.");
  }

  @Test
  void aCallUnfoldsWithItsSecretsTakenOutAndStaysOpen() {
    parts.getToken();
    Locator first = parts.calls().first();
    first.locator("summary").click();
    assertThat(first.locator("pre"))
        .containsText("POST /api/digital/chat/v1/accounts/SANDBX/tokens");
    assertThat(first.locator("pre")).containsText("authorization: Bearer [REDACTED");
    parts.button("Get token").click();
    assertThat(parts.calls()).hasCount(2);
    assertThat(parts.calls().last().locator("pre")).isVisible();
  }

  @Test
  void violationsStandAtTheirFieldsAndTheFirstOneHasTheFocus() {
    parts.userId().fill("");
    parts.name().fill("x".repeat(71));
    parts.button("Add an identifier").click();
    page.getByLabel("Value").fill("fine@example.com");
    parts.button("Add an identifier").click();
    page.getByLabel("Value").last().fill("x".repeat(257));
    parts.button("Get token").click();

    assertThat(parts.userId()).isFocused();
    assertThat(page.locator("#user-id-error")).hasText("Must be 1 to 256 characters long.");
    assertThat(page.locator("#user-name-error")).hasText("Must be at most 70 characters long.");
    assertThat(page.getByLabel("Value").last()).hasAttribute("aria-invalid", "true");
    assertThat(page.getByLabel("Value").first()).not().hasAttribute("aria-invalid", "true");
    assertThat(parts.problem().locator(".violations li")).hasCount(3);
    assertThat(parts.userId()).hasAccessibleDescription(Pattern.compile("Must be 1 to 256"));

    parts.userId().fill("u1");
    parts.name().fill("");
    page.getByLabel("Remove this identifier").last().click();
    parts.getToken();
    assertThat(page.locator("[aria-invalid]")).hasCount(0);
  }

  @Test
  void tokensMayLiveForSecondsOnly() {
    parts.fail("short-lived", "Fail until switched off");
    parts.getToken();
    assertThat(parts.timeLeft()).hasText(Pattern.compile("0:(20|1\\d)"));
  }
}
