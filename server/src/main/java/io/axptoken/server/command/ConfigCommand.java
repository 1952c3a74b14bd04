package io.axptoken.server.command;

import io.axptoken.server.settings.load.ConfigReference;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.config.load.EffectiveYaml;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code config}: shows the configuration in force, or tells what there is to configure. */
final class ConfigCommand {
  static final String NAME = "config";

  private static final String REFERENCE = "--reference";

  private final CommandContext surroundings;

  ConfigCommand(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    return Syntax.examples(
        Syntax.withConfiguration(NAME, "Print the configuration in force as YAML, without secrets.")
            .addOption(Syntax.flag(REFERENCE, "Print the reference of all settings instead.")),
        "token-server config --config my.yaml | grep -v '# default'",
        "token-server config --reference | less");
  }

  int run(ParseResult parsed, Options options) {
    if (parsed.hasMatchedOption(REFERENCE)) {
      surroundings.out().print(ConfigReference.markdown());
      return ExitCode.FINE;
    }
    @Nullable Path file = ConfigFile.find(options.config(), surroundings);
    return switch (EffectiveYaml.of(
        SettingsLoader.read(file, surroundings.environment(), options.overrides()))) {
      case EffectiveYaml.Invalid(var problems, var warnings) ->
          Report.problems(surroundings.err(), problems, warnings);
      case EffectiveYaml.Valid(String yaml) -> {
        surroundings.out().print(yaml);
        yield ExitCode.FINE;
      }
    };
  }
}
