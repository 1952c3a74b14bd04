package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The program as a process of its own. */
class MainTest {
  @Test
  void aServerSaysWhenItListensAndHowItStopped() throws Exception {
    Process process =
        start(
            "--set=server.port=0", "--set=management.port=0", "--set=logging.level=debug", "serve");
    try (BufferedReader out = process.inputReader()) {
      assertThat(linesUntil(out, "Started; a signal ends it."))
          .anyMatch(line -> line.contains("[HTTP] AXP token server listening on port "));

      process.toHandle().destroy(); // Process.destroy() would close the stream too.

      assertThat(out.lines()).anyMatch(line -> line.endsWith(": Stopped."));
    }
  }

  @Test
  void aProblemOfTheConfigurationIsExitCodeTwoOnStandardError() throws Exception {
    Process process = start("--set", "server.port=x");

    try (BufferedReader err = process.errorReader()) {
      assertThat(err.lines())
          .containsExactly(
              "The configuration has a problem:",
              "  - server.port must be a whole number from 0 to 65535, but is \"x\""
                  + " (command line)");
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tooFewOpenFilesAreToldInASentence() throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 40; exec \"$@\"", "sh"));
    command.addAll(command("--set=server.port=0", "--set=management.port=0"));
    Process process = start(command);

    try (BufferedReader err = process.errorReader()) {
      assertThat(err.lines())
          .singleElement()
          .asString()
          .startsWith("The server could not start: it may not open enough files")
          .contains("ulimit -n");
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
  }

  private static List<String> linesUntil(BufferedReader out, String end) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = out.readLine();
    while (line != null && !line.endsWith(end)) {
      lines.add(line);
      line = out.readLine();
    }
    assertThat(line).as("after " + lines).isNotNull();
    return lines;
  }

  private static Process start(String... args) throws IOException {
    return start(command(args));
  }

  private static List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    return command;
  }

  private static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(CONFIGURATION);
    return builder.start();
  }

  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "AXP_HOST_NAME", "http://localhost:1",
          "AXP_ACCOUNT_ID", "ABCDEF",
          "AXP_INTEGRATION_ID", "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "AXP_CLIENT_ID", "client",
          "AXP_CLIENT_SECRET", "s3cr3t",
          "AXP_APP_KEY", "app-key");
}
