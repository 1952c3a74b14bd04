package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page under attack: hostile names, and foreign pages that want to steer the sandbox. */
final class SafePageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "{{7*7}} ${7*7} 'quoted' \"quoted\"",
        "Zoë Müller 😀 \u202etxet"
      })
  void aHostileNameIsShownAsText(String name) {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    parts.userId().fill(name);
    parts.name().fill(name);
    parts.button("Add an identifier").click();
    page.getByLabel("Type").fill(name);
    page.getByLabel("Value").fill(name);
    parts.getToken();
    parts.calls().first().locator("summary").click();
    assertThat(parts.claim("sub").locator("code")).hasText(name);
    assertThat(parts.claim("customerName").locator("code")).hasText(name);
    assertThat(page.locator("main img, main script, main svg, main iframe")).hasCount(0);

    page.getByLabel("Value").fill("x".repeat(257));
    parts.button("Get token").click();
    assertThat(parts.problem().locator(".violations")).containsText("userIdentifiers." + name);
    assertThat(page.locator("main img, main script, main svg, main iframe")).hasCount(0);
  }

  @Test
  void aTokenThatIsNoJwtDoesNoHarm() {
    Page page = PLAYGROUND.open();
    page.route(
        "**/token",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        "{\"jwtToken\":\"<b>opaque</b>\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}")));
    new PageParts(page).button("Get token").click();
    assertThat(page.locator("#jwt")).hasText("<b>opaque</b>");
    assertThat(page.locator("#decoded")).containsText("Not a JWT");
  }

  @Test
  void aProblemTypeThatIsNoWebAddressIsNoLink() {
    Page page = PLAYGROUND.open();
    page.route(
        "**/token",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setStatus(500)
                    .setContentType("application/problem+json")
                    .setBody("{\"type\":\"javascript:alert(1)\",\"title\":\"<i>t</i>\"}")));
    PageParts parts = new PageParts(page);
    parts.button("Get token").click();
    assertThat(parts.problem()).containsText("javascript:alert(1)");
    assertThat(parts.problem()).containsText("<i>t</i>");
    assertThat(parts.problem().locator("a")).hasCount(0);
  }

  @Test
  void aForeignPageInABrowserCannotSteerTheSandbox() {
    Page foreign = PLAYGROUND.blank(new NewContextOptions());
    foreign.route(
        "http://evil.example/",
        route -> route.fulfill(new FulfillOptions().setContentType("text/html").setBody("evil")));
    foreign.navigate("http://evil.example/");
    foreign.evaluate(
        """
        (target) => fetch(target + "playground/fault", {
          method: "POST", mode: "no-cors", headers: {"content-type": "text/plain"},
          body: '{"fault":"hang","always":true}'
        }).catch(() => null)\
        """,
        PLAYGROUND.address().toString());
    assertThat(PLAYGROUND.sandbox().faults().plans()).isEmpty();
    PLAYGROUND.forgiveComplaints();
  }

  @Test
  void thePageIsUnderAPolicyThatAllowsItsOwnFilesOnly() {
    Page page = PLAYGROUND.open();
    Object inline =
        page.evaluate(
            """
            () => {
              const blocked = new Promise((done) =>
                document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective)));
              const script = document.createElement("script");
              script.textContent = "window.inlineRan = true";
              document.head.append(script);
              return blocked.then((directive) => `${directive} ${window.inlineRan}`);
            }\
            """);
    assertThat(inline).isEqualTo("script-src-elem undefined");
    PLAYGROUND.forgiveComplaints();
  }
}
