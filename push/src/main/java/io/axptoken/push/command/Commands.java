package io.axptoken.push.command;

import io.axptoken.push.settings.schema.PushSchema;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.command.HealthCheck;
import io.axptoken.service.command.StartFailure;
import io.axptoken.service.command.UsageError;
import io.axptoken.service.config.load.EffectiveYaml;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.process.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands by name. */
public final class Commands {
  private final CommandContext surroundings;
  private final ConnectorStarter starter;

  /** Runs in these surroundings. */
  public Commands(CommandContext surroundings, ConnectorStarter starter) {
    this.surroundings = surroundings;
    this.starter = starter;
  }

  /** Runs a command line and gives the exit code; a connector that was started runs on. */
  public int run(String... args) {
    try {
      return run(Syntax.commandLine().parseArgs(args));
    } catch (ParameterException wrong) {
      return misused(wrong);
    } catch (InvalidPathException invalid) {
      return Report.problems(
          surroundings.err(),
          List.of("The name of the file is none on this system: " + invalid.getReason()),
          List.of());
    } catch (RuntimeException failure) {
      return new StartFailure(surroundings.err())
          .report(failure, List.of(args).contains(Syntax.DEBUG));
    }
  }

  private int run(ParseResult parsed) {
    List<CommandLine> levels = parsed.asCommandLineList();
    CommandLine called = levels.getLast();
    if (parsed.isVersionHelpRequested()) {
      surroundings.out().println(Syntax.PROGRAM + " " + Version.current());
      return ExitCode.FINE;
    }
    if (levels.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
      called.usage(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
      return ExitCode.FINE;
    }
    String command = levels.size() < 2 ? Syntax.SERVE : levels.get(1).getCommandName();
    Options options = Options.of(parsed, surroundings);
    return switch (command) {
      case Syntax.KEY, Syntax.API_KEY -> new NewKeys(surroundings.out()).run(command, called);
      case Syntax.CONFIGURATION -> show(options);
      case Syntax.HEALTH -> health(called, options);
      case Syntax.CHECK ->
          new CheckCommand(surroundings)
              .run(options, called.getParseResult().hasMatchedOption(Syntax.OFFLINE));
      default -> new ServeCommand(surroundings, starter).run(options);
    };
  }

  private int show(Options options) {
    return switch (EffectiveYaml.of(
        RawConfiguration.read(
            PushSchema.SCHEMA, options.file(), surroundings.environment(), options.overrides()))) {
      case EffectiveYaml.Invalid(var problems, var warnings) ->
          Report.problems(surroundings.err(), problems, warnings);
      case EffectiveYaml.Valid(String yaml) -> {
        surroundings.out().print(yaml);
        yield ExitCode.FINE;
      }
    };
  }

  private int health(CommandLine called, Options options) {
    ParseResult parsed = called.getParseResult();
    HealthCheck check =
        new HealthCheck(
            PushSchema.SCHEMA.catalogue(), surroundings, parsed.hasMatchedOption(HealthCheck.LIVE));
    String url = parsed.<@Nullable String>matchedOptionValue(HealthCheck.URL, null);
    if (url == null) {
      return check.configured(options.file(), options.overrides());
    }
    Integer code = check.at(url);
    if (code == null) {
      throw new ParameterException(called, "--url takes an address such as http://127.0.0.1:9092.");
    }
    return code;
  }

  private int misused(ParameterException wrong) {
    surroundings.err().println(Syntax.PROGRAM + ": " + UsageError.of(wrong));
    surroundings
        .err()
        .println("See " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
    return ExitCode.MISCONFIGURED;
  }
}
