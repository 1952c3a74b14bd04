package io.axptoken.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The parts of the page, by the names that people and screen readers know them by. */
record PageParts(Page page) {
  Locator userId() {
    return page.getByLabel("User id");
  }

  Locator name() {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator problem() {
    return page.locator("#problem");
  }

  Locator claim(String name) {
    return page.locator("#claims > div")
        .filter(new Locator.FilterOptions().setHas(page.locator("dt", byText(name))))
        .locator("dd");
  }

  Locator calls() {
    return page.locator("#timeline > li");
  }

  Locator timeLeft() {
    return page.getByRole(AriaRole.TIMER);
  }

  Locator chip() {
    return page.locator("#platform-chip");
  }

  /** Chooses how the server knows the user. */
  void choose(String way) {
    page.getByLabel(way, new Page.GetByLabelOptions().setExact(true)).check();
  }

  void getToken() {
    button("Get token").click();
    page.locator("#claims").waitFor();
  }

  void fail(String trouble, String button) {
    page.getByLabel("What goes wrong").selectOption(trouble);
    button(button).click();
    chip().filter(new Locator.FilterOptions().setHasNotText("works")).waitFor();
  }

  private static Page.LocatorOptions byText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
