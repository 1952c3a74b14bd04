package io.axptoken.server.command;

import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.HealthCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code health}: asks a running server whether it is ready, for containers without curl. */
final class HealthCommand {
  static final String NAME = HealthCheck.NAME;

  private final CommandContext surroundings;

  HealthCommand(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    CommandSpec spec =
        Syntax.withConfiguration(
                NAME, "Ask a running server whether it is ready: exit code 0 if it is, else 1.")
            .addOption(
                Syntax.text(
                    HealthCheck.URL,
                    "URL",
                    "Where to ask, such as http://127.0.0.1:9090. Without it: the configuration's"
                        + " management.host and management.port."))
            .addOption(Syntax.flag(HealthCheck.LIVE, "Ask whether it lives, ready or not."));
    return Syntax.examples(
        spec, "token-server health", "token-server health --live --url http://127.0.0.1:9090");
  }

  int run(ParseResult parsed, CommandLine called, Options options) {
    HealthCheck check =
        new HealthCheck(
            ServerSchema.SCHEMA.catalogue(),
            surroundings,
            parsed.hasMatchedOption(HealthCheck.LIVE));
    String url = parsed.<@Nullable String>matchedOptionValue(HealthCheck.URL, null);
    if (url == null) {
      return check.configured(ConfigFile.find(options.config(), surroundings), options.overrides());
    }
    Integer code = check.at(url);
    if (code == null) {
      throw new ParameterException(called, "--url takes an address such as http://127.0.0.1:9090.");
    }
    return code;
  }
}
