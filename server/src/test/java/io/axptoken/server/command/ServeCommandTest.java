package io.axptoken.server.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.http.CannotListen;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.testing.CapturedLogs;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--set server.port=3001 --set limits.burst=7",
        "serve --set server.port=3001 --set limits.burst=7",
        "--set server.port=3001 serve --set limits.burst=7",
        "--set server.port=1 --set server.port=3001 --set limits.burst=7"
      })
  void serveIsTheDefaultAndOptionsMayStandOnEitherSide(String args) {
    Program program = Program.configured();

    assertThat(program.run(args.split(" "))).isZero();
    assertThat(requireNonNull(program.settings()).server().port()).isEqualTo(3001);
    assertThat(requireNonNull(program.settings()).limits().burst()).isEqualTo(7);
    assertThat(program.err()).isEmpty();
  }

  @Test
  void allProblemsAreListedAndNothingIsStarted() {
    Program program = Program.configured();

    assertThat(program.run("--set", "server.port=x", "--set", "axp.clientSecret=s3cr3t"))
        .isEqualTo(2);
    assertThat(program.err())
        .startsWith("The configuration has 2 problems:")
        .contains("  - axp.clientSecret must not be given on the command line")
        .contains("  - server.port must be a whole number")
        .doesNotContain("s3cr3t");
    assertThat(program.settings()).isNull();
  }

  @Test
  void aMistypedVariableIsToldBeforeTheValueThatIsMissingForIt() {
    Program program =
        Program.configured()
            .environment("AXP_APP_KEY", "")
            .environment("AXP_APPKEY", "x")
            .environment("SERVER_PORT", "tcp://10.0.0.1:80");

    assertThat(program.run("serve")).isEqualTo(2);
    assertThat(program.err())
        .containsSubsequence(
            "Warning: ",
            "SERVER_PORT",
            "Kubernetes",
            "Warning: ",
            "AXP_APPKEY is ignored",
            "AXP_APP_KEY",
            "The configuration has a problem:",
            "axp.appKey is required");
  }

  @Test
  void productionRefusesWithAllReasons() {
    Program program = Program.configured();

    assertThat(program.run("serve", "--production")).isEqualTo(2);
    assertThat(program.err())
        .startsWith("The configuration has 3 problems:")
        .contains("[claimed-identity]")
        .contains("[any-origin]")
        .contains("[plain-http]");
    assertThat(program.settings()).isNull();
  }

  @Test
  void withoutProductionTheyAreWarnings(CapturedLogs logs) {
    Program program = Program.configured().environment("AXP_FOO", "x");

    assertThat(program.run()).isZero();
    assertThat(logs.messages(Level.WARNING))
        .anyMatch(message -> message.contains("AXP_FOO is ignored"))
        .anyMatch(message -> message.contains("[claimed-identity]"));
  }

  @Test
  void aValueInQuotesThatWereKeptIsNamedInTheLog(CapturedLogs logs) {
    Program.configured().environment("AXP_CLIENT_SECRET", "'s3cr3t'").run();

    assertThat(logs.messages(Level.WARNING))
        .anyMatch(warning -> warning.startsWith("axp.clientSecret has quotes around it"));
  }

  @Test
  void debugLogsTheConfigurationWithoutItsSecrets(CapturedLogs logs) {
    assertThat(Program.configured().run("--debug")).isZero();
    Logs.flush();
    assertThat(logs.printed())
        .contains("server.port = 3000 (default)")
        .contains("axp.clientSecret = [REDACTED] (environment variable AXP_CLIENT_SECRET)");
  }

  @Test
  void theFileIsTheNamedOneThenTheVariablesThenTheInstallations() throws IOException {
    Path installed = Files.createDirectory(folder.resolve("conf")).resolve("token-server.yaml");
    Files.writeString(installed, "server: { port: 1 }");
    Path byVariable = Files.writeString(folder.resolve("b.yaml"), "server: { port: 2 }");
    Path named = Files.writeString(folder.resolve("c.yaml"), "server: { port: 3 }");

    Program program = Program.configured().installedIn(folder);
    assertThat(portOf(program)).isEqualTo(1);
    program.environment("TOKEN_SERVER_CONFIG", byVariable.toString());
    assertThat(portOf(program)).isEqualTo(2);
    assertThat(portOf(program, "--config", named.toString())).isEqualTo(3);
    assertThat(portOf(Program.configured().installedIn(folder.resolve("c")))).isEqualTo(3000);
  }

  @Test
  void aNamedFileThatIsMissingIsAProblem() {
    Program program = Program.configured();

    assertThat(program.run("--config", "gone.yaml")).isEqualTo(2);
    assertThat(program.err()).contains("gone.yaml does not exist");
  }

  @Test
  void aNameThatNoFileCanHaveIsAProblem() {
    Program program = Program.configured();

    assertThat(program.run("--config", "a\0b")).isEqualTo(2);
    assertThat(program.err())
        .startsWith("The configuration has a problem:")
        .contains("The name of the configuration file is none on this system");
    assertThat(program.environment("TOKEN_SERVER_CONFIG", "\0").run("check", "--offline"))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("refusedAddresses")
  void anAddressThatCannotBeListenedOnIsOneClearLine(IOException cause, String words) {
    Program program =
        Program.configured().failingToStart(new CannotListen("server", "10.9.9.9", 3000, cause));

    assertThat(program.run("serve")).isEqualTo(1);
    assertThat(program.err().lines())
        .containsExactly(
            "The server could not start: server.port 3000 cannot be listened on at"
                + " server.host 10.9.9.9: "
                + words);
  }

  static Stream<Arguments> refusedAddresses() {
    return Stream.of(
        Arguments.of(
            new BindException("Address already in use"),
            "the port is in use. Choose another one, or stop the program that uses it."),
        Arguments.of(
            new BindException("Cannot assign requested address"),
            "this machine has no such address."),
        Arguments.of(
            new BindException("Permission denied"),
            "the system does not allow it; ports below 1024 need a permission."),
        Arguments.of(new UnknownHostException("x: unknown"), "the host is not known."),
        Arguments.of(new IOException("trouble"), "trouble"));
  }

  @Test
  void debugShowsWhereAStartFailed() {
    Program program = Program.configured().failingToStart(new IllegalStateException("broken"));

    assertThat(program.run("serve", "--debug")).isEqualTo(1);
    assertThat(program.err())
        .contains("could not start: broken. Start it with --debug to see where that comes from.")
        .contains("\tat ");
  }

  @Test
  void uselessTlsFilesAreAProblemOfTheConfiguration() {
    Program program =
        Program.configured().failingToStart(new KeyMaterialException("the key does not match"));

    assertThat(program.run("serve")).isEqualTo(2);
    assertThat(program.err()).contains("  - the key does not match");
  }

  private static int portOf(Program program, String... args) {
    assertThat(program.run(args)).isZero();
    return requireNonNull(program.settings()).server().port();
  }
}
