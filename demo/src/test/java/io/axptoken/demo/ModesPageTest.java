package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to know the user on the page, and what becomes of an impostor. */
@Tag("slow")
final class ModesPageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private static final Path FOLDER = Path.of("target", "screenshots");

  private Page page;
  private PageParts parts;

  @BeforeEach
  void openThePage() {
    page = PLAYGROUND.open();
    parts = new PageParts(page);
  }

  @Test
  void whoIsSignedInGetsHisTokenAndChats() {
    choose("Signed in");
    assertThat(page.getByText("Nobody is signed in.")).isVisible();
    assertThat(parts.userId()).isHidden();
    signInAs("First Customer");
    assertThat(page.locator("#signed-in")).hasText("Signed in: First Customer (user-1).");
    assertThat(parts.claim("sub")).hasText("user-1");
    assertThat(parts.claim("customerName")).hasText("First Customer");
    assertThat(parts.claim("verifiedCustomer")).hasText("true");
    assertThat(page.url()).isEqualTo(PLAYGROUND.address().toString());
    assertThat(page.content()).doesNotContainPattern("eyJ[\\w-]{12}");

    ChatParts chat = new ChatParts(page);
    chat.start();
    assertThat(chat.texts().first()).containsText("Hello, First Customer!");
    shoot("signed-in");
  }

  @ParameterizedTest
  @CsvSource({
    "Name somebody else, 403, Not permitted",
    "Change the proof, 401, Not authenticated",
    "Send no proof, 401, Not authenticated",
  })
  void anImpostorWhoIsSignedInGetsNothing(String trick, String status, String title) {
    choose("Signed in");
    signInAs("First Customer");
    assertThat(parts.claim("sub")).hasText("user-1");
    parts.button(trick).click();
    assertThat(parts.problem().locator(".status")).hasText(status);
    assertThat(parts.problem().locator("h3")).hasText(title);
    shoot("impostor-" + status);
    parts.button("Get token").click();
    assertThat(parts.claim("sub")).hasText("user-1");
  }

  @Test
  void whoHasSignedOutIsNobody() {
    choose("Signed in");
    signInAs("First Customer");
    assertThat(parts.claim("sub")).hasText("user-1");
    parts.button("Sign out").click();
    assertThat(page.getByText("Nobody is signed in.")).isVisible();
    parts.button("Get token").click();
    assertThat(parts.problem().locator(".status")).hasText("401");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?code=stolen&state=made-up", "?state=x", "?error=access_denied&state=x"})
  void aSignInThatThisPageDidNotBeginIsNone(String query) {
    page.navigate(PLAYGROUND.address() + query);
    assertThat(parts.chip()).hasText("Platform: works");
    choose("Signed in");
    assertThat(page.getByText("Nobody is signed in.")).isVisible();
    assertThat(parts.problem()).isHidden();
  }

  @Test
  void aGuestStaysTheSameGuestAndCannotNameHimself() {
    choose("Guest");
    assertThat(parts.userId()).isHidden();
    parts.name().fill("Curious");
    parts.getToken();
    String id = parts.claim("sub").innerText();
    assertThat(parts.claim("customerName")).hasText("Curious");
    page.reload();
    choose("Guest");
    parts.getToken();
    assertThat(parts.claim("sub")).hasText(id);
    assertThat(page.evaluate("document.cookie")).isEqualTo("");

    parts.button("Name somebody else").click();
    assertThat(parts.problem().locator(".status")).hasText("403");
    shoot("guest");

    Page other = PLAYGROUND.open();
    new PageParts(other).choose("Guest");
    new PageParts(other).getToken();
    assertThat(new PageParts(other).claim("sub")).not().hasText(id);
  }

  @Test
  void aGuestsChatGoesOnAfterAReload() {
    choose("Guest");
    ChatParts chat = new ChatParts(page);
    chat.start();
    chat.say("I am nobody");
    assertThat(chat.texts().last()).hasText("You said: I am nobody");
    page.reload();
    chat.assertConnected();
    assertThat(chat.texts()).hasCount(3);
    chat.button("Expire token").click();
    assertThat(chat.notes().last()).containsText("Another token");
    assertThat(page.getByLabel("Guest")).isChecked();
  }

  @Test
  void aBackendNamesItsUserAndTheBrowserNeverSeesItsKey() {
    choose("Backend");
    parts.userId().fill("customer-9");
    parts.getToken();
    assertThat(parts.claim("sub")).hasText("customer-9");
    page.locator("#wire summary").first().click();
    assertThat(page.content()).doesNotContain("axpk_");
    shoot("backend");
  }

  @ParameterizedTest
  @CsvSource({
    "Guess the key, 401, The API key is not valid.",
    "Use the key in a browser, 403, This request comes from a browser"
  })
  void anImpostorOfABackendGetsNothing(String trick, String status, String detail) {
    choose("Backend");
    parts.button(trick).click();
    assertThat(parts.problem().locator(".status")).hasText(status);
    assertThat(parts.problem()).containsText(detail);
  }

  @Test
  void whereNoProofIsAskedAnImpostorGetsWhatHeWants() {
    parts.button("Name somebody else").click();
    assertThat(parts.claim("sub")).hasText("somebody-else");
  }

  @Test
  void violationsOfABackendsUserStandAtTheFields() {
    choose("Backend");
    parts.userId().fill("");
    parts.button("Get token").click();
    assertThat(parts.problem().locator(".status")).hasText("400");
  }

  @ParameterizedTest
  @CsvSource({
    "Claimed, localhost:.*/token -H",
    "Signed in, /integrations/signed-in/token -H \"authorization: Bearer \\$ACCESS_TOKEN\"",
    "Guest, /integrations/visitors/token -b cookies -c cookies",
    "Backend, /integrations/backend/token -H \"x-api-key: \\$API_KEY\"",
  })
  void theCommandLineGoesWithTheWay(String way, String command) {
    choose(way);
    assertThat(page.locator("#curl")).containsText(Pattern.compile(command));
  }

  @Test
  void theWaysCanBeChosenByKeyboardAndHeard() {
    page.getByLabel("Claimed").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.getByLabel("Signed in")).isChecked();
    assertThat(page.getByLabel("Signed in")).isFocused();
    assertThat(
            page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("How the server knows")))
        .hasAccessibleDescription(Pattern.compile("identity provider signs users in"));
    assertThat(PageChecks.found(page, "controlsWithoutName")).isEmpty();
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
  }

  @Test
  void onAPhoneAllWaysFit() {
    Page phone =
        PLAYGROUND.open(new NewContextOptions().setViewportSize(320, 640).setIsMobile(true));
    for (String way : new String[] {"Claimed", "Signed in", "Guest", "Backend"}) {
      new PageParts(phone).choose(way);
      PageChecks.assertFits(phone, 320);
    }
    phone
        .locator("#user-form")
        .screenshot(new Locator.ScreenshotOptions().setPath(FOLDER.resolve("modes-phone.png")));
  }

  private void choose(String way) {
    parts.choose(way);
  }

  private void signInAs(String name) {
    parts.button("Sign in").click();
    page.waitForURL(Pattern.compile(".*/sandbox/idp/authorize.*"));
    page.getByText(name).first().click();
    page.waitForURL(PLAYGROUND.address().toString());
  }

  private void shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("mode-" + name + ".png")));
  }
}
