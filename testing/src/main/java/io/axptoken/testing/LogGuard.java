package io.axptoken.testing;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The guard over every test: one that logs or prints a secret, blocks an event loop, or leaves a
 * thread behind fails. It registers itself wherever this module is on the test class path.
 *
 * <p>Its checks are the last that happens to a test or a class: JUnit closes stored resources in
 * reverse order, and these are stored first.
 */
public final class LogGuard implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(LogGuard.class);
  private static final CapturedLogs CAPTURED = new CapturedLogs();
  private static final Capture CAPTURE = new Capture(CAPTURED);

  /** What the running test has logged and printed so far. */
  public static CapturedLogs captured() {
    return CAPTURED;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    CAPTURE.install();
    boolean nested = context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
    if (!nested) {
      ThreadWatch watch = ThreadWatch.begin();
      store(context, watch::end);
    }
    store(context, () -> check("after the last test of " + context.getDisplayName()));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    check("before this test, by an earlier one or in @BeforeAll");
    CAPTURE.install();
    store(context, () -> check("by this test"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CapturedLogs.class;
  }

  @Override
  public CapturedLogs resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return CAPTURED;
  }

  private static void store(ExtensionContext context, AutoCloseable check) {
    context.getStore(NAMESPACE).put(check, check);
  }

  private static void check(String when) {
    List<String> found = ForbiddenText.findIn(CAPTURED.drain());
    if (!found.isEmpty()) {
      throw new AssertionError("Logged or printed " + when + ":\n  " + String.join("\n  ", found));
    }
  }
}
