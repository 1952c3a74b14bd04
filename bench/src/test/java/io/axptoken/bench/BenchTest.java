package io.axptoken.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {
  private final StringWriter errors = new StringWriter();
  private final StringWriter output = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"--rotations", "--seconds", "--warm-up", "--connections"})
  void numbersThatMeasureNothingAreRefusedBeforeAnythingStarts(String option) {
    assertThat(run(option, "0")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("must be at least 1");
  }

  @Test
  void theDocumentationShowsTheUsualSceneOrAllOfThem() {
    assertThat(run("--scene", "reuse", "--update-docs")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("--scene=bare and --scene=all alone");
  }

  @Test
  void quickRunsAreKeptOutOfTheDocumentation() {
    assertThat(run("--scene", "all", "--quick", "--update-docs"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("--update-docs needs 3 rotations at least.");
  }

  @Test
  void aColdStartThatIsNoneIsRefused() {
    assertThat(run("--scene", "cold", "--cold", "one50,warm"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("one50, one300, plain50, half50, all50");
  }

  @Test
  void aPortBesideNeedsAServerThere() {
    assertThat(run("--scene", "cold", "--beside-port", "3001"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("--beside-port needs --beside.");
  }

  @Test
  void aSceneThatIsNoneIsRefused() {
    assertThat(run("--scene", "fresh")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("no scene 'fresh'");
  }

  @Test
  void everyOptionIsExplained() {
    assertThat(run("--help")).isEqualTo(CommandLine.ExitCode.OK);
    assertThat(output.toString()).contains("--rotations", "--server-command", "--update-docs");
  }

  private int run(String... arguments) {
    return new CommandLine(new Bench())
        .setErr(new PrintWriter(errors, true))
        .setOut(new PrintWriter(output, true))
        .execute(arguments);
  }
}
