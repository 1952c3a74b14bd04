package io.axptoken.server.command;

import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.command.UsageError;
import io.axptoken.service.process.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands by name. */
public final class Commands {
  private final CommandContext surroundings;
  private final ServerStarter starter;

  /** Runs in these surroundings. */
  public Commands(CommandContext surroundings, ServerStarter starter) {
    this.surroundings = surroundings;
    this.starter = starter;
  }

  /** Runs a command line and gives the exit code; a server that was started runs on. */
  public int run(String... args) {
    CommandLine commandLine = Syntax.commandLine();
    try {
      return run(commandLine.parseArgs(args));
    } catch (ParameterException e) {
      return e.getCause() instanceof InvalidPathException invalid
          ? Report.noSuchName(surroundings.err(), invalid)
          : misused(e);
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
    String command = levels.size() < 2 ? Syntax.SERVE : levels.get(1).getCommandName();
    return run(command, parsed, called);
  }

  private int run(String command, ParseResult all, CommandLine called) {
    ParseResult parsed = called.getParseResult();
    return switch (command) {
      case ApiKeyCommand.NAME -> new ApiKeyCommand(surroundings.out()).run(parsed, called);
      case CompletionCommand.NAME -> new CompletionCommand(surroundings.out()).run(parsed, called);
      case ImportCommand.NAME -> new ImportCommand(surroundings).run(parsed, called);
      case TokenCommand.NAME ->
          new TokenCommand(surroundings).run(parsed, called, ParsedOptions.of(all));
      case ConfigCommand.NAME -> new ConfigCommand(surroundings).run(parsed, ParsedOptions.of(all));
      case HealthCommand.NAME ->
          new HealthCommand(surroundings).run(parsed, called, ParsedOptions.of(all));
      case CheckCommand.NAME ->
          new CheckCommand(surroundings).run(parsed, called, ParsedOptions.of(all));
      default -> new ServeCommand(surroundings, starter).run(ParsedOptions.of(all));
    };
  }

  private int misused(ParameterException wrong) {
    surroundings.err().println("token-server: " + UsageError.of(wrong));
    surroundings
        .err()
        .println("See " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
    return ExitCode.MISCONFIGURED;
  }
}
