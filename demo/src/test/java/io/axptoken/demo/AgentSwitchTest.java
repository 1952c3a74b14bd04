package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent who goes from one customer to another, and loads the page anew. */
@Tag("slow")
final class AgentSwitchTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private ChatParts zoe;
  private ChatParts ann;
  private AgentParts agent;

  @BeforeEach
  void twoCustomersWait() {
    zoe = chat("Zoë");
    ann = chat("Ann");
    Page page = PLAYGROUND.blank(new NewContextOptions().setViewportSize(1280, 900));
    page.navigate(PLAYGROUND.sandbox().baseUri() + "/sandbox/agent");
    agent = new AgentParts(page);
    open("Zoë");
  }

  @Test
  void anAnswerJustSentArrivesEvenIfAnotherConversationIsOpenedAtOnce() {
    agent.answer().fill("For Zoë.");
    agent
        .page()
        .evaluate(
            """
            () => {
              document.getElementById("answer").requestSubmit();
              [...document.querySelectorAll("#list button")]
                .find((button) => button.textContent.startsWith("Ann")).click();
            }\
            """);
    assertThat(zoe.texts().last()).hasText("For Zoë.");
    assertThat(agent.title()).hasText("Conversation with Ann");
    assertThat(ann.texts()).hasCount(1);
  }

  @Test
  void anAnswerBegunForOneCustomerStaysWithThatCustomer() {
    agent.answer().fill("For Zoë.");
    open("Ann");
    assertThat(agent.answer()).hasValue("");
    agent.answer().fill("For Ann.");
    agent.answer().press("Enter");
    assertThat(ann.texts().last()).hasText("For Ann.");
    open("Zoë");
    assertThat(agent.answer()).hasValue("For Zoë.");
    assertThat(zoe.texts()).hasCount(1);
  }

  @Test
  void anAgentWhoLoadsThePageAnewIsTheSameAgent() {
    agent.answer().fill("Before.");
    agent.answer().press("Enter");
    assertThat(zoe.texts().last()).hasText("Before.");
    agent.page().reload();
    open("Zoë");
    assertThat(agent.button("Leave")).isEnabled();
    agent.answer().fill("After.");
    agent.answer().press("Enter");
    assertThat(zoe.texts().last()).hasText("After.");
    assertThat(agent.present()).hasText("Here: Zoë (customer), Sandbox bot (bot), Kim (agent)");
  }

  private void open(String name) {
    agent.conversations().filter(new Locator.FilterOptions().setHasText(name)).click();
    assertThat(agent.title()).hasText("Conversation with " + name);
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
}
