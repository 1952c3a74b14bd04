package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox's page for a human agent, with a customer on the playground at the other end. */
@Tag("slow")
final class AgentPageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private static final String HOSTILE = "<img src=x onerror=alert(1)><b>& \u202etxet</b>";

  private final List<String> failures = new ArrayList<>();
  private ChatParts customer;

  @BeforeEach
  void aCustomerStartsAConversation() {
    customer = chat("Zoë");
  }

  @AfterEach
  void nothingThatThePageAskedForFailed() {
    assertThat(failures).isEmpty();
  }

  @Test
  void anAgentReadsAnswersLeavesAndEndsTheConversation() {
    AgentParts agent = agent(desktop());
    agent.conversations().click();
    assertThat(agent.title()).hasText("Conversation with Zoë");
    customer.say("Where is my parcel?");
    assertThat(agent.messages().nth(1)).containsText("Where is my parcel?");
    assertThat(agent.messages().nth(2)).containsText("You said: Where is my parcel?");

    agent.name().fill("Kim");
    agent.answer().fill("On its way.");
    agent.button("Send").click();
    assertThat(agent.present()).containsText("Kim (agent)");
    assertThat(agent.answer()).hasValue("");
    assertThat(customer.texts().last()).hasText("On its way.");
    assertThat(customer.messages().last().locator(".kind")).hasText("agent");

    agent.button("Leave").click();
    assertThat(agent.status()).hasText("You left.");
    assertThat(customer.notes().last()).containsText("Kim left.");
    agent.button("End conversation").click();
    assertThat(customer.chip()).hasText("Ended");
    assertThat(agent.status()).hasText("The conversation is over.");
    assertThat(agent.conversations()).hasCount(0);
    assertThat(agent.page().getByText("Nobody is here.")).isVisible();
  }

  @Test
  void whatIsHostileStaysText() {
    AgentParts agent = agent(desktop());
    ChatParts hostile = chat(HOSTILE);
    hostile.say(HOSTILE);
    Locator conversation = agent.conversations().filter(having(HOSTILE));
    assertThat(conversation).hasText(HOSTILE);
    conversation.click();
    assertThat(agent.title()).hasText("Conversation with " + HOSTILE);
    assertThat(agent.messages().nth(1)).containsText(HOSTILE);
    assertThat(agent.messages().nth(2)).containsText("You said: " + HOSTILE);
    agent.name().fill(HOSTILE);
    agent.answer().fill(HOSTILE);
    agent.button("Send").click();

    assertThat(agent.messages().filter(having(HOSTILE)).last()).hasText(HOSTILE + HOSTILE);
    assertThat(agent.present()).containsText(HOSTILE + " (agent)");
    assertThat(agent.page().locator("main img, main b, main script")).hasCount(0);
    assertThat(hostile.texts().last()).hasText(HOSTILE);
    assertThat(hostile.card().locator("img, .text b, script")).hasCount(0);
  }

  @Test
  void everyConversationIsShownAloneAndGoesOnWhileAnotherIsOpen() {
    ChatParts second = chat("Ann");
    AgentParts agent = agent(desktop());
    customer.say("I am Zoë.");
    second.say("I am Ann.");
    agent.conversations().filter(having("Zoë")).click();
    assertThat(agent.messages().filter(having("I am Zoë."))).hasCount(2);
    agent.conversations().filter(having("Ann")).click();
    assertThat(agent.messages().filter(having("I am Ann."))).hasCount(2);
    assertThat(agent.messages().filter(having("I am Zoë."))).hasCount(0);
    agent.answer().fill("For Ann alone.");
    agent.button("Send").click();
    assertThat(second.texts().last()).hasText("For Ann alone.");
    assertThat(customer.texts().filter(having("For Ann alone."))).hasCount(0);
    assertThat(agent.conversations().filter(having("Ann"))).hasText("Ann (with an agent)");
  }

  @Test
  void aSecondEnterSaysNothingTwiceAndLetsNoSecondAgentIn() {
    AgentParts agent = agent(desktop());
    agent.conversations().click();
    agent.answer().fill("Once.");
    agent.answer().evaluate("text => { text.form.requestSubmit(); text.form.requestSubmit(); }");
    agent.answer().fill("Twice.");
    agent.answer().press("Enter");
    assertThat(customer.texts().last()).hasText("Twice.");
    assertThat(customer.texts().filter(having("Once."))).hasCount(1);
    assertThat(customer.notes().filter(having("Kim joined."))).hasCount(1);
  }

  @Test
  void everythingCanBeDoneByKeyboard() {
    AgentParts agent = agent(desktop());
    Page page = agent.page();
    PageChecks.tabTo(page, "Zoë");
    page.keyboard().press("Enter");
    assertThat(agent.title()).isFocused();
    page.keyboard().press("Tab");
    assertThat(agent.log()).isFocused();
    page.keyboard().press("Tab");
    assertThat(agent.name()).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().type("first line");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("second line");
    page.keyboard().press("Enter");
    assertThat(customer.texts().last()).hasText("first line\nsecond line");
    assertThat(agent.answer()).isFocused();
    page.keyboard().type("bye");
    assertThat(customer.page().locator("#chat-people")).hasText("Kim: typing…");
    page.keyboard().press("Enter");
    PageChecks.tabTo(page, "Leave");
    page.keyboard().press("Space");
    assertThat(agent.answer()).isFocused();
    PageChecks.tabTo(page, "End conversation");
    page.keyboard().press("Enter");
    assertThat(page.getByText("Live conversations")).isFocused();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 320"})
  void itIsReadableNamedAndNoWiderThanTheScreen(ColorScheme scheme, int width) {
    AgentParts agent =
        agent(
            new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 800)
                .setIsMobile(width < 768));
    Page page = agent.page();
    customer.say("My order number is " + "0123456789".repeat(12) + ".");
    assertThat(customer.texts().last()).containsText("You said"); // The bot falls silent later.
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    agent.conversations().click();
    agent.answer().fill("Thank you. I am looking for it.");
    agent.button("Send").click();
    assertThat(agent.messages()).hasCount(4);
    assertThat(PageChecks.found(page, "tooFaint")).isEmpty();
    assertThat(PageChecks.found(page, "controlsWithoutName")).isEmpty();
    assertThat(PageChecks.found(page, "duplicateIds")).isEmpty();
    assertThat(PageChecks.found(page, "headings"))
        .containsExactly("1 Agent's desk", "2 Live conversations", "2 Conversation with Zoë");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    PageChecks.assertFits(page, width);
    String name = "agent-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
    Path picture = Path.of("target", "screenshots", name);
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
  }

  @Test
  void thePlaygroundLeadsThere() {
    Locator link =
        customer
            .card()
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Answer as an agent"));
    Page opened = customer.page().waitForPopup(link::click);
    AgentParts agent = new AgentParts(opened);
    assertThat(opened).hasURL(PLAYGROUND.sandbox().baseUri() + "/sandbox/agent");
    assertThat(agent.status()).hasText("Connected.");
    assertThat(agent.conversations()).hasText("Zoë");
  }

  private static ChatParts chat(String name) {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    parts.userId().fill("cust0mer-" + name);
    parts.name().fill(name);
    ChatParts chat = new ChatParts(page);
    chat.start();
    return chat;
  }

  private AgentParts agent(NewContextOptions options) {
    Page page = PLAYGROUND.blank(options);
    page.onResponse(answer -> {
      if (answer.status() >= 400) {
        failures.add(answer.status() + " " + answer.url());
      }
    });
    page.navigate(PLAYGROUND.sandbox().baseUri() + "/sandbox/agent");
    AgentParts agent = new AgentParts(page);
    assertThat(agent.status()).hasText("Connected.");
    return agent;
  }

  private static NewContextOptions desktop() {
    return new NewContextOptions().setViewportSize(1280, 900);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
