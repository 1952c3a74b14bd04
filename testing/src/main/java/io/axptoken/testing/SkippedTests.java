package io.axptoken.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Fails a run in which a test was skipped, or gave up by an assumption, when the run ends: a test
 * that does not run holds nothing. It registers itself as {@link LogGuard} does.
 */
public final class SkippedTests implements LauncherSessionListener {
  private final List<String> skipped = new CopyOnWriteArrayList<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(new Recorder());
  }

  /**
   * Ends the run.
   *
   * @throws AssertionError if a test was skipped or gave up
   */
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (!skipped.isEmpty()) {
      throw new AssertionError(
          "A skipped test is a failed build: fix it or remove it.\n  "
              + String.join("\n  ", skipped));
    }
  }

  private final class Recorder implements TestExecutionListener {
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped.add(test.getUniqueId() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
        skipped.add(test.getUniqueId() + ": it gave up");
      }
    }
  }
}
