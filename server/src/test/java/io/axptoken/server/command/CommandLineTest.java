package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void theVersionIsTheBuilds() {
    Program program = new Program();

    assertThat(program.run("--version")).isZero();
    assertThat(program.out()).matches("token-server \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(program.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help", "check -h"})
  void helpShowsTheOptions(String args) {
    Program program = new Program();

    assertThat(program.run(args.split(" "))).isZero();
    assertThat(program.out()).contains("--config=FILE").contains("--set=KEY=VALUE");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void helpShowsTheCommandsAndExitCodes() {
    Program program = new Program();
    program.run("-h");

    assertThat(program.out())
        .contains("serve")
        .contains("check")
        .contains("Exit codes: 0 fine, 1 failed, 2 wrong configuration or usage.");
  }

  @TestFactory
  Stream<DynamicTest> everyCommandHasHelpWithAnExampleAtEveryPlace() {
    return Syntax.commandLine().getSubcommands().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> assertHelp(name)));
  }

  private static void assertHelp(String name) {
    for (List<String> args : List.of(List.of(name, "-h"), List.of("-h", name))) {
      Program program = new Program();
      assertThat(program.run(args.toArray(String[]::new))).isZero();
      assertThat(program.out())
          .contains("Usage: token-server " + name)
          .contains("Print this help.")
          .contains("For example:", "  token-server ");
      assertThat(program.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--clientSecret=s3cr3t,there is no option --clientSecret.",
    "serve --verbose,there is no option --verbose.",
    "serve --verify,there is no option --verify.",
    "--versions,'there is no option --versions: did you mean --version?'",
    "s3cr3t,'there is no command of that name: there are serve, check, token, import, config,"
        + " health, apikey and completion.'",
    "token,token needs to know whose: --user-id ID.",
    "import,import needs the sample's file.",
    "completion,completion needs to know the shell: bash or zsh.",
    "completion s3cr3t,completion needs to know the shell: bash or zsh.",
    "health --url s3cr3t,--url takes an address such as http://127.0.0.1:9090.",
    "apikey,apikey needs to know what to do: apikey new.",
    "apikey s3cr3t,there is no command of that name",
    "apikey new --name s3cr3t/..,--name takes 1 to 64 letters",
    "apikey new --name,Missing required parameter",
    "apikey new --offline,there is no option --offline.",
    "serve s3cr3t,serve takes no such argument.",
    "--config,Missing required parameter",
    "--set s3cr3t,'--set needs KEY=VALUE, such as server.port=3001.'",
    "--set =s3cr3t,--set needs KEY=VALUE",
    "--config a --config b,should be specified only once",
    "--debug=s3cr3t,there is a value where none belongs",
    "@s3cr3t,there is no command of that name",
  })
  void wrongUsageIsOneLineWithTheWayToHelpAndExitCodeTwo(String args, String expected) {
    Program program = Program.configured();

    assertThat(program.run(args.split(" "))).isEqualTo(2);
    assertThat(program.err())
        .startsWith("token-server: ")
        .contains(expected)
        .containsPattern("\\RSee token-server( [a-z]+){0,2} --help\\.\\R$")
        .doesNotContain("s3cr3t");
    assertThat(program.err().lines()).hasSize(2);
    assertThat(program.settings()).isNull();
  }
}
