package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is checked of every part of the page for those who use it in other ways. */
final class PageChecks {
  private PageChecks() {}

  /** Presses Tab until the control of that text has the focus. */
  static void tabTo(Page page, String name) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      if (name.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
        return;
      }
    }
    throw new AssertionError("no way by Tab to " + name);
  }

  static void assertFits(Page page, int width) {
    Object widest = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) widest).intValue()).isLessThanOrEqualTo(width);
  }

  /** What one of the checks in {@code accessibility-checks.js} finds. */
  static List<String> found(Page page, String check) {
    Object found = page.evaluate("(" + checks() + ")." + check + "()");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String checks() {
    try (InputStream script = PageChecks.class.getResourceAsStream("accessibility-checks.js")) {
      if (script == null) {
        throw new IllegalStateException("accessibility-checks.js is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
