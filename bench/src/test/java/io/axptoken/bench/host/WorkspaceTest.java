package io.axptoken.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Test
  void closingEndsWhatWasStartedAndWhatThatHasStarted() throws Exception {
    Workspace workspace = Workspace.create();
    Child child = workspace.start("shell", List.of("sh", "-c", "sleep 600 & wait"));
    ProcessHandle shell = onlyNewChild();
    while (shell.descendants().findAny().isEmpty()) {
      Thread.onSpinWait();
    }
    ProcessHandle grandchild = shell.descendants().findAny().orElseThrow();
    workspace.close();
    assertThat(child.isAlive()).isFalse();
    grandchild.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(workspace.folder()).doesNotExist();
  }

  @Test
  void theOutputOfAProgramIsReturned() throws Exception {
    try (Workspace workspace = Workspace.create()) {
      assertThat(workspace.start("echo", List.of("echo", "hello")).output(LIMIT))
          .isEqualTo("hello\n");
    }
  }

  @Test
  void aProgramThatFailsIsQuoted() throws Exception {
    try (Workspace workspace = Workspace.create()) {
      Child child = workspace.start("thing", List.of("sh", "-c", "echo out of luck; exit 3"));
      assertThatThrownBy(() -> child.output(LIMIT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("thing ended with 3:\nout of luck");
    }
  }

  @Test
  void nothingStartsOnceTheBenchIsEnding() throws Exception {
    Workspace workspace = Workspace.create();
    workspace.close();
    workspace.close();
    assertThatThrownBy(() -> workspace.start("late", List.of("echo")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theTimeAndMemoryOfALivingChildAreKnown() throws Exception {
    try (Workspace workspace = Workspace.create()) {
      Child child = workspace.start("sleep", List.of("sleep", "600"));
      assertThat(child.cpu()).isLessThan(LIMIT);
      assertThat(child.residentBytes()).isPositive();
      assertThat(CpuMeter.start(child, child).usage().serverShare()).isBetween(0.0, 1.0);
    }
  }

  private static ProcessHandle onlyNewChild() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .findAny()
        .orElseThrow();
  }
}
