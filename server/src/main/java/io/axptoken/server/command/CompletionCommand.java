package io.axptoken.server.command;

import io.axptoken.service.command.ExitCode;
import java.io.PrintStream;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code completion}: prints what lets a shell complete commands and options. */
final class CompletionCommand {
  static final String NAME = "completion";

  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final PrintStream out;

  CompletionCommand(PrintStream out) {
    this.out = out;
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage()
        .description("Print a script that lets the shell complete commands and options.");
    spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .paramLabel("SHELL")
                .type(String.class)
                .arity("0..1")
                .completionCandidates(SHELLS)
                .description("bash or zsh.")
                .build())
        .addOption(Syntax.help());
    return Syntax.examples(
        spec,
        "source <(token-server completion bash)",
        "token-server completion bash > ~/.local/share/bash-completion/completions/token-server");
  }

  /** Names of files are offered as they are: in a list of words the shell would run them. */
  private static String script() {
    String generated = AutoComplete.bash(Syntax.PROGRAM, Syntax.commandLine());
    return generated.replace(
        "positionals=$( compgen -f -- \"${curr_word}\" ) # files",
        "COMPREPLY=( $( compgen -f -- \"${curr_word}\" ) ) # files\n      return $?");
  }

  int run(ParseResult parsed, CommandLine called) {
    String shell = parsed.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      throw new ParameterException(called, "completion needs to know the shell: bash or zsh.");
    }
    // One script serves both: in zsh it loads bashcompinit.
    out.print(script());
    return ExitCode.FINE;
  }
}
