package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting a token on the page, reading it, and keeping it fresh. */
final class TokenPageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private Page page;
  private PageParts parts;

  @BeforeEach
  void openThePageWithAClockToTurn() {
    page = PLAYGROUND.blank(new NewContextOptions());
    page.clock().install();
    page.navigate(PLAYGROUND.address().toString());
    parts = new PageParts(page);
    assertThat(parts.chip()).hasText("Platform: works");
  }

  @Test
  void beforeTheFirstTokenThePageSaysWhatToDo() {
    assertThat(page.getByText("No token yet.")).isVisible();
    assertThat(page.getByText("Nothing yet. Calls appear here as they happen")).isVisible();
    assertThat(parts.button("Renew now")).isHidden();
  }

  @Test
  void aTokenIsFetchedShortenedAndDecoded() {
    parts.userId().fill("customer-4711");
    parts.name().fill("Zoë Müller");
    parts.button("Add an identifier").click();
    page.getByLabel("Value").fill("zoe@example.com");
    page.getByLabel("Verified customer").check();
    parts.getToken();

    assertThat(page.locator("#jwt"))
        .hasText(Pattern.compile("^jwt\\.eyJ[^.]{7}…\\.eyJ[^.]+…\\.[^.]+…$"));
    assertThat(parts.claim("sub")).hasText("customer-4711");
    assertThat(parts.claim("customerName")).hasText("Zoë Müller");
    assertThat(parts.claim("customerIdentifiers"))
        .hasText("{\"emailAddresses\":[\"zoe@example.com\"]}");
    assertThat(parts.claim("verifiedCustomer")).hasText("true");
    assertThat(parts.claim("exp").locator(".meaning")).not().isEmpty();
  }

  @Test
  void headerAndWholeAnswerUnfold() {
    parts.getToken();
    page.getByText("Header", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#header")).containsText("RS256");
    page.getByText("The whole answer").click();
    assertThat(page.locator("#answer"))
        .containsText(
            Pattern.compile("jwtToken[^:]*:.*axpIntegrationId.*expiresAt", Pattern.DOTALL));
  }

  @Test
  void theCountdownRunsToTheEnd() {
    parts.getToken();
    page.getByLabel("Renew automatically").uncheck();
    assertThat(parts.timeLeft()).hasText(Pattern.compile("30:00|29:5\\d"));
    page.clock().fastForward("10:00");
    assertThat(parts.timeLeft()).hasText(Pattern.compile("20:00|19:[45]\\d"));
    assertThat(lifeLeft()).isBetween(0.65, 0.67);
    page.clock().fastForward("20:30");
    assertThat(parts.timeLeft()).hasText("Expired");
    assertThat(page.locator("#until")).containsText("was valid until");
  }

  @Test
  void renewNowGetsANewTokenForTheSameUser() {
    parts.userId().fill("first");
    parts.getToken();
    String jti = parts.claim("jti").innerText();
    parts.userId().fill("second");
    parts.button("Renew now").click();
    assertThat(parts.claim("jti")).not().hasText(jti);
    assertThat(parts.claim("sub")).hasText("first");
  }

  @Test
  void aTokenIsRenewedAutomaticallyBeforeItsEnd() {
    parts.getToken();
    String jti = parts.claim("jti").innerText();
    assertThat(page.getByLabel("Renew automatically")).isChecked();
    assertThat(page.locator("#renewal-note")).hasText(Pattern.compile("Renews in 2[89]:\\d\\d\\."));
    page.clock().fastForward("28:00");
    assertThat(page.locator("#renewal-note"))
        .hasText(Pattern.compile("Renews in (1:00|0:\\d\\d)\\."));
    assertThat(parts.claim("jti")).hasText(jti);
    page.clock().fastForward("01:05");
    assertThat(parts.claim("jti")).not().hasText(jti);
  }

  @Test
  void aFailedRenewalKeepsTheTokenAndHeedsRetryAfter() {
    parts.getToken();
    parts.fail("busy", "Fail until switched off");
    page.clock().pauseAt(now() + 1000);
    List<Request> asked = tokenRequests();

    parts.button("Renew now").click();
    assertThat(parts.problem()).containsText("Retry-After");
    assertThat(parts.timeLeft()).hasText(Pattern.compile("29:\\d\\d"));
    assertThat(page.locator("#renewal-note")).hasText("Did not work. Tries again in 0:05.");
    parts.button("Switch off").click();
    page.clock().runFor(4000);
    assertThat(asked).hasSize(1);
    page.clock().runFor(2000);
    assertThat(parts.problem()).isHidden();
    assertThat(asked).hasSize(2);
  }

  @Test
  void anUnreachableServerIsSaidToBeOne() {
    page.route("**/token", route -> route.abort());
    parts.button("Get token").click();
    assertThat(parts.problem()).containsText("The server cannot be reached");
    assertThat(parts.button("Get token")).isVisible();
  }

  @Test
  void whileItIsAskedForTheTokenIsMarkedAsBusy() {
    List<Route> held = new ArrayList<>();
    page.route("**/token", held::add);
    parts.button("Get token").click();
    Locator busy = page.locator("#result[aria-busy=true]");
    assertThat(busy).isVisible();
    assertThat(parts.button("Asking…")).isVisible();
    held.getFirst().resume();
    assertThat(page.locator("#claims")).isVisible();
    assertThat(busy).hasCount(0);
  }

  private double lifeLeft() {
    return ((Number) page.getByLabel("Life left").evaluate("bar => bar.position")).doubleValue();
  }

  private long now() {
    return ((Number) page.evaluate("Date.now()")).longValue();
  }

  private List<Request> tokenRequests() {
    List<Request> requests = new ArrayList<>();
    page.onRequest(request -> {
      if (request.url().endsWith("/token")) {
        requests.add(request);
      }
    });
    return requests;
  }
}
