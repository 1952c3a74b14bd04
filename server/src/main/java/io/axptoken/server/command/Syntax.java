package io.axptoken.server.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line as picocli is to understand it, put together without annotations to scan. */
final class Syntax {
  static final String SERVE = "serve";
  static final String CHECK = "check";
  static final String CONFIG = "--config";
  static final String SET = "--set";
  static final String PRODUCTION = "--production";
  static final String DEBUG = "--debug";
  static final String OFFLINE = "--offline";

  private Syntax() {}

  static CommandLine commandLine() {
    CommandSpec root =
        withOptions("token-server", "Serves tokens for the Avaya client SDKs.")
            .addOption(
                OptionSpec.builder("--version")
                    .versionHelp(true)
                    .description("Print the version.")
                    .build());
    root.addSubcommand(SERVE, withOptions(SERVE, "Run the server; the default command."));
    root.addSubcommand(CHECK, check());
    root.addSubcommand(ApiKeyCommand.NAME, ApiKeyCommand.syntax());
    root.usageMessage()
        .footer(
            "",
            "Exit codes: 0 fine, 1 failed, 2 wrong configuration or usage.",
            "Every setting is described in docs/configuration.md.");
    return new CommandLine(root).setExpandAtFiles(false);
  }

  private static CommandSpec check() {
    return withOptions(CHECK, "Say what is wrong with the configuration, and what is fine.")
        .addOption(flag(OFFLINE, "Check without calling the platform; required for now."));
  }

  private static CommandSpec withOptions(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(false);
    return spec.addOption(
            OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(String.class)
                .description(
                    "The configuration file. Without it: $TOKEN_SERVER_CONFIG, then"
                        + " conf/token-server.yaml of the installation, then none.")
                .build())
        .addOption(
            OptionSpec.builder(SET)
                .paramLabel("KEY=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Set one value, such as server.port=3001; may be repeated.")
                .build())
        .addOption(flag(PRODUCTION, "Refuse to start with unsafe settings."))
        .addOption(flag(DEBUG, "Log what happens inside, the frameworks included."))
        .addOption(help());
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help.")
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }
}
