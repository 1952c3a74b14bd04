package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
  private static final Path FILE = Path.of("../bin/completion/token-server.sh");

  /** What bash offers at the end of this line. */
  private static List<String> completions(String line) throws Exception {
    return completions(line, Path.of(""));
  }

  private static List<String> completions(String line, Path folder) throws Exception {
    List<String> words = List.of(line.split(" ", -1));
    String script =
        "source "
            + FILE.toAbsolutePath()
            + "\nCOMP_WORDS=("
            + String.join(" ", words.stream().map(word -> "'" + word + "'").toList())
            + ")\nCOMP_CWORD="
            + (words.size() - 1)
            + "\nCOMP_LINE='"
            + line
            + "'\n$(complete -p token-server | sed 's/.*-F \\([^ ]*\\) .*/\\1/') token-server"
            + "\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
    Process bash =
        new ProcessBuilder("bash", "--norc", "--noprofile", "-c", script)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return out.lines().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void theScriptInTheInstallationIsTheOneThatIsPrinted(String shell) throws IOException {
    Program program = new Program();

    assertThat(program.run("completion", shell)).isZero();
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, program.out());
    }
    assertThat(FILE).content().isEqualTo(program.out());
  }

  @ParameterizedTest
  @CsvSource({
    "token-server che,check",
    "'token-server ',config",
    "'token-server ',completion",
    "'token-server apikey ',new",
    "token-server check --off,--offline",
    "token-server token --user,--user-name",
    "'token-server completion ',zsh",
  })
  void bashCompletes(String line, String offered) throws Exception {
    assertThat(completions(line)).contains(offered);
  }

  @Test
  void bashOffersOptionsOfTheCommandAlone() throws Exception {
    assertThat(completions("token-server health --")).contains("--live").doesNotContain("--json");
  }

  @Test
  void bashCompletesFilesWhereAFileBelongs() throws Exception {
    assertThat(completions("token-server check --config pom")).contains("pom.xml");
  }

  @Test
  void theNameOfAFileIsOfferedAndNeverRun(@TempDir Path folder) throws Exception {
    String name = "x$(touch ran)`touch ran`";
    Files.createFile(folder.resolve(name));

    for (String command : List.of("import ", "import --output ", "check --config ")) {
      assertThat(completions("token-server " + command, folder)).contains(name);
    }
    assertThat(folder.resolve("ran")).doesNotExist();
  }
}
