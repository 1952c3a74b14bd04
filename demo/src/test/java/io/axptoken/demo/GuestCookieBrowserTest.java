package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real browser makes of a guest's cookie, within a site and across sites. */
class GuestCookieBrowserTest {
  private static final String FETCH =
      """
      ([url, credentials]) => fetch(url, { credentials, cache: "no-store" })
        .then(answer => answer.status, () => 0)
      """;

  @TempDir static Path folder;

  private static Chromium chromium;
  private static GuestSites https;
  private BrowserContext browser;

  @BeforeAll
  static void start() throws Exception {
    https = GuestSites.https(folder);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    https.close();
  }

  @BeforeEach
  void openBrowser() {
    https.forget();
    browser = chromium.browser().newContext(new NewContextOptions().setIgnoreHTTPSErrors(true));
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  private Page open(String address) {
    Page page = browser.newPage();
    page.navigate(address);
    return page;
  }

  /** The status of the answer, or 0 if the browser keeps it from the page. */
  private static int fetch(Page page, GuestSites sites, String credentials) {
    return (int) page.evaluate(FETCH, List.of(sites.token(), credentials));
  }

  private void assertOneGuest(GuestSites sites, String address) {
    Page page = open(address);
    assertThat(fetch(page, sites, "include")).isEqualTo(200);
    page.reload();
    assertThat(fetch(page, sites, "include")).isEqualTo(200);
    assertThat(fetch(open(address), sites, "include")).isEqualTo(200);

    assertThat(sites.ids()).hasSize(3).allMatch(sites.ids().getFirst()::equals);
    assertThat(sites.ids().getFirst()).startsWith("guest-");
  }

  @Test
  void aGuestOfTheServersOwnPageStaysTheSame() {
    assertOneGuest(https, https.own());

    assertThat(browser.cookies()).hasSize(1);
    Cookie cookie = browser.cookies().getFirst();
    assertThat(cookie.name).isEqualTo("__Host-axp-guest");
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(cookie.secure).isTrue();
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.partitionKey).isNull();
  }

  @Test
  void aGuestOfAnotherSitesPageStaysTheSame() {
    assertOneGuest(https, https.shop());

    assertThat(browser.cookies()).hasSize(1);
    Cookie cookie = browser.cookies().getFirst();
    assertThat(cookie.name).isEqualTo("__Host-axp-guest");
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.NONE);
    assertThat(cookie.partitionKey).isEqualTo("http://localhost");
  }

  @Test
  void everySiteHasItsOwnGuest() {
    for (String address : List.of(https.own(), https.shop(), https.bank(), https.shop())) {
      assertThat(fetch(open(address), https, "include")).isEqualTo(200);
    }
    List<String> ids = https.ids();
    assertThat(ids).hasSize(4);
    assertThat(ids.subList(0, 3)).doesNotHaveDuplicates();
    assertThat(ids.get(3)).isEqualTo(ids.get(1));
  }

  @Test
  void aPageThatSendsNoCredentialsIsANewGuestEachTime() {
    Page page = open(https.shop());
    fetch(page, https, "omit");
    fetch(page, https, "omit");

    assertThat(https.ids()).hasSize(2).doesNotHaveDuplicates();
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void noPageCanReadTheCookie() {
    Page page = open(https.own());
    fetch(page, https, "include");

    assertThat(browser.cookies()).hasSize(1);
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void aPageOfASiteThatIsNotListedGetsNothing() {
    Page page = open(https.foreign());

    assertThat(fetch(page, https, "include")).isZero();
    assertThat(fetch(page, https, "omit")).isZero();
    assertThat(https.ids()).isEmpty();
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void aForeignPageCannotMakeTheBrowserUseTheCookie() {
    fetch(open(https.own()), https, "include");
    https.forget();

    Page page = open(https.foreign());
    page.evaluate(
        "url => new Promise(done => { const image = new Image(); image.onerror = done; image.src ="
            + " url; })",
        https.token());
    page.evaluate(
        "url => fetch(url, { mode: 'no-cors', credentials: 'include' }).catch(() => {})",
        https.token());
    Response link =
        page.waitForResponse(
            answer -> answer.request().isNavigationRequest(),
            () -> page.evaluate("url => { location = url; }", https.token()));

    assertThat(link.status()).isEqualTo(403);
    assertThat(https.ids()).isEmpty();
  }

  @Test
  void overPlainHttpOnThisMachineItWorksTheSame() throws Exception {
    try (GuestSites http = GuestSites.http()) {
      assertOneGuest(http, http.own());
      http.forget();
      assertOneGuest(http, http.shop());
      assertThat(browser.cookies()).hasSize(2).allMatch(cookie -> cookie.name.equals("axp-guest"));
    }
  }
}
