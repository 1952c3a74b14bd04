package io.axptoken.server.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands by name. */
public final class Commands {
  private final Surroundings surroundings;
  private final ServerStarter starter;

  /** Runs in these surroundings. */
  public Commands(Surroundings surroundings, ServerStarter starter) {
    this.surroundings = surroundings;
    this.starter = starter;
  }

  /** Runs a command line and gives the exit code; a server that was started runs on. */
  public int run(String... args) {
    CommandLine commandLine = Syntax.commandLine();
    try {
      return run(commandLine.parseArgs(args));
    } catch (ParameterException e) {
      surroundings.err().println("token-server: " + message(e));
      surroundings.err().println("See token-server --help.");
      return ExitCode.MISCONFIGURED;
    } catch (InvalidPathException e) {
      return Report.noSuchName(surroundings.err(), e);
    }
  }

  private int run(ParseResult parsed) {
    List<CommandLine> levels = parsed.asCommandLineList();
    CommandLine called = levels.getLast();
    if (parsed.isVersionHelpRequested()) {
      surroundings.out().println("token-server " + Version.current());
      return ExitCode.FINE;
    }
    if (levels.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
      called.usage(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
      return ExitCode.FINE;
    }
    if (levels.stream().anyMatch(level -> level.getCommandName().equals(ApiKeyCommand.NAME))) {
      return new ApiKeyCommand(surroundings.out()).run(called.getParseResult(), called);
    }
    Options options = ParsedOptions.of(parsed);
    return switch (called.getCommandName()) {
      case Syntax.CHECK -> new CheckCommand(surroundings).run(options);
      default -> new ServeCommand(surroundings, starter).run(options);
    };
  }

  /** Shows the names of options only: what stands behind them may be a secret. */
  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().getFirst();
      return argument.startsWith("-")
          ? "there is no option " + argument.replaceFirst("[^-A-Za-z0-9].*", "") + "."
          : "there is no command of that name: there are serve, check and apikey.";
    }
    return e.getArgSpec() instanceof OptionSpec flag && flag.type() == boolean.class
        ? "there is a value where none belongs, after " + flag.longestName() + "."
        : String.valueOf(e.getMessage());
  }
}
