package io.axptoken.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The parts of the sandbox's agent page, by the names that agents know them by. */
record AgentParts(Page page) {
  Locator status() {
    return page.locator("#status");
  }

  Locator conversations() {
    return page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON);
  }

  Locator log() {
    return page.getByRole(AriaRole.LOG, new Page.GetByRoleOptions().setName("Messages"));
  }

  Locator messages() {
    return log().locator("li");
  }

  Locator name() {
    return page.getByLabel("Your name");
  }

  Locator answer() {
    return page.getByLabel("Your answer");
  }

  Locator title() {
    return page.locator("#desk-title");
  }

  Locator present() {
    return page.locator("#present");
  }

  Locator button(String name) {
    return new PageParts(page).button(name);
  }
}
