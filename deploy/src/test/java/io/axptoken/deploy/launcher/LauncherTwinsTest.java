package io.axptoken.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.deploy.image.Launcher;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows starts the same programs as a shell does, in the same way. */
class LauncherTwinsTest {
  private static final Path BIN = Path.of("..", "bin");
  private static final Path FLAGS = Path.of("..", "dist/src/main/jvm");

  /** Those that leave the start to launch.sh. */
  static Stream<String> programs() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(BIN, Files::isRegularFile)) {
      for (Path file : files) {
        if (Files.readString(file).contains("/launch.sh\" ")) {
          names.add(file.getFileName().toString());
        }
      }
    }
    return names.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void eachProgramStartsTheSameClassWithTheSameJarsAndFlags(String program) throws IOException {
    Launcher shell = Launcher.ofShell(BIN, program);
    assertThat(Launcher.ofWindows(BIN, program)).isEqualTo(shell);
    assertThat(FLAGS.resolve(shell.name() + ".jvm")).exists();
  }

  @Test
  void thereAreTheServerTheSandboxAndTheDemo() throws IOException {
    assertThat(programs()).contains("token-server", "axp-sandbox", "axp-demo");
  }

  @Test
  void bothAskForTheSameJava() throws IOException {
    assertThat(first("launch.cmd", "REQUIRED_JAVA=(\\d+)"))
        .isEqualTo(first("find-java.sh", "REQUIRED_JAVA=(\\d+)"));
  }

  @Test
  void bothPreferThePackagesOwnJava() throws IOException {
    assertThat(Files.readString(BIN.resolve("find-java.sh")))
        .containsSubsequence("$home/runtime", "${JAVA_HOME:-}");
    assertThat(Files.readString(BIN.resolve("launch.cmd")))
        .containsSubsequence("%~dp0..\\runtime", "%JAVA_HOME%");
  }

  @Test
  void bothTakeFlagsFromTheProgramsFileAndThenFromJavaOpts() throws IOException {
    assertThat(first("launch.sh", "(?m)^exec (.*)$"))
        .containsSubsequence(
            "/bin/java", "@$lib/$name.jvm", "${JAVA_OPTS:-}", "-cp", "$main_class");
    assertThat(first("launch.cmd", "(?m)^(\"%JAVA%\".*)$"))
        .containsSubsequence("@%LIB%\\%NAME%.jvm", "%JAVA_OPTS%", "-cp", "%MAIN_CLASS%");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyLabelThatAScriptForWindowsJumpsToIsThere(String program) throws IOException {
    for (String script : Set.of(program + ".cmd", "launch.cmd")) {
      String text = Files.readString(BIN.resolve(script));
      Set<String> labels = all(text, "(?m)^:(\\w+)");
      assertThat(labels).containsAll(all(text, "(?:goto|call) :?(collect\\w*|consider)\\b"));
    }
  }

  private static String first(String script, String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(BIN.resolve(script)));
    assertThat(matcher.find()).as(script + " has " + pattern).isTrue();
    return matcher.group(1);
  }

  private static Set<String> all(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(hit -> found.add(hit.group(1)));
    return found;
  }
}
