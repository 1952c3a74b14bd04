package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/commands.md} knows every command and every option. */
class CommandsDocsTest {
  @TestFactory
  Stream<DynamicTest> eachCommandHasASectionWithItsOptions() throws IOException {
    String page = Files.readString(Path.of("../docs/commands.md"));
    return Syntax.commandLine().getSubcommands().values().stream()
        .map(command ->
            DynamicTest.dynamicTest(
                command.getCommandName(), () -> assertDocumented(command, page)));
  }

  private static void assertDocumented(CommandLine command, String page) {
    String name = command.getCommandName();
    assertThat(page).contains("| [`" + name).contains("\n## " + name);
    String section = page.substring(page.indexOf("\n## " + name) + 1);
    int end = section.indexOf("\n## ");
    String own =
        page.substring(0, page.indexOf("\n## ")) + (end < 0 ? section : section.substring(0, end));
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(own).contains(option.longestName());
    }
  }
}
