package io.axptoken.demo;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.axptoken.sandbox.AxpSandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A demo and a browser for a class of tests, with a healthy sandbox, an empty journal and no
 * conversations for each of them. A test in which the page logs an error or breaks its own security
 * policy fails.
 */
final class PlaygroundExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  /** A machine that builds other things, too, may be slow. */
  private static final double PATIENCE_MILLIS = 20_000;

  private static final String FAILED_ANSWER = "Failed to load resource:";

  private @Nullable Demo demo;
  private @Nullable Chromium chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    demo = WarmDemo.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    sandbox().faults().clear();
    sandbox().journal().clear();
    sandbox().chat().reset();
    sandbox().firebase().reset();
    requireNonNull(demo).connector().listen();
    complaints.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    if (!complaints.isEmpty()) {
      throw new AssertionError("The page complained:\n  " + String.join("\n  ", complaints));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    requireNonNull(chromium).close();
    requireNonNull(demo).close();
  }

  /** The platform behind the page. */
  AxpSandbox sandbox() {
    return requireNonNull(demo).sandbox();
  }

  /** Where the page is. */
  URI address() {
    return requireNonNull(demo).page();
  }

  /** Opens the page on a desktop. */
  Page open() {
    return open(new NewContextOptions().setViewportSize(1280, 900));
  }

  /** Opens the page and returns when it knows how the platform is. */
  Page open(NewContextOptions options) {
    Page page = blank(options);
    page.navigate(address().toString());
    page.getByText("Platform: works").waitFor();
    return page;
  }

  /** A page that is still to go somewhere, with its complaints listened to. */
  Page blank(NewContextOptions options) {
    BrowserContext context = requireNonNull(chromium).browser().newContext(options);
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("a dialog: " + dialog.message());
      dialog.dismiss();
    });
    return page;
  }

  /** Forgets what the page complained of until now: the test meant it to. */
  void forgiveComplaints() {
    complaints.clear();
  }

  private void listen(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !message.text().startsWith(FAILED_ANSWER)) {
      complaints.add(message.type() + ": " + message.text());
    }
  }
}
