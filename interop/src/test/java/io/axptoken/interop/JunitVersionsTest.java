package io.axptoken.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sandbox's extension in the JUnit that its user has, which is seldom ours: a JVM of its own
 * for each version, with that version alone.
 */
class JunitVersionsTest {
  private static final String CASES = SandboxedCases.class.getName() + "$";

  /** Our JUnit, and what it is set up with. */
  private static final Pattern OURS =
      Pattern.compile(
          "[/\\\\]((junit-|apiguardian|opentest4j|axp-testing).*|testing[/\\\\](target[/\\\\]classes|main))$");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"5.10.0", "5.12.2", "newest"})
  void testsGetASandboxThatIsClosedAfterTheirClass(String version) throws Exception {
    String told =
        run(
            version,
            "--config=junit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$OrderAnnotation",
            "--select-class=" + CASES + "Afterwards");

    assertThat(told).contains("13 tests successful").contains(" 0 tests failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.10.0", "5.12.2", "newest"})
  void testsThatRunBesideEachOtherTakeTurnsWithTheirSandbox(String version) throws Exception {
    String told =
        run(
            version,
            "--config=junit.jupiter.execution.parallel.enabled=true",
            "--config=junit.jupiter.execution.parallel.mode.default=concurrent",
            "--config=junit.jupiter.execution.parallel.config.strategy=fixed",
            "--config=junit.jupiter.execution.parallel.config.fixed.parallelism=4");

    assertThat(told).contains("12 tests successful").contains(" 0 tests failed");
  }

  private String run(String version, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath(version)));
    command.add("org.junit.platform.console.ConsoleLauncher");
    command.addAll(List.of("execute", "--disable-ansi-colors", "--details=tree"));
    for (String each : List.of("ByAnnotation", "ByField", "ByConstructor")) {
      command.add("--select-class=" + CASES + each);
    }
    command.addAll(List.of(arguments));
    return output(command);
  }

  /** What this test has, with another JUnit. */
  private static String classPath(String version) {
    Path junit = Path.of("target", "junit", version + ".jar").toAbsolutePath();
    assertThat(junit).as("fetched by the build").exists();
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(each -> !OURS.matcher(each).find());
    return Stream.concat(Stream.of(junit.toString()), others)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
