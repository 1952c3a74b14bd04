package io.axptoken.server.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line as picocli is to understand it, put together without annotations to scan. */
final class Syntax {
  static final String PROGRAM = "token-server";
  static final String SERVE = "serve";
  static final String CONFIG = "--config";
  static final String SET = "--set";
  static final String PRODUCTION = "--production";
  static final String DEBUG = "--debug";
  static final String OFFLINE = "--offline";

  private Syntax() {}

  static CommandLine commandLine() {
    CommandSpec root =
        withConfiguration(PROGRAM, "Serves tokens for the Avaya client SDKs.")
            .addOption(flag(DEBUG, "Log what happens inside, the frameworks included."))
            .addOption(
                OptionSpec.builder("--version")
                    .versionHelp(true)
                    .description("Print the version.")
                    .build());
    root.addSubcommand(SERVE, serve());
    root.addSubcommand(CheckCommand.NAME, CheckCommand.syntax());
    root.addSubcommand(TokenCommand.NAME, TokenCommand.syntax());
    root.addSubcommand(ImportCommand.NAME, ImportCommand.syntax());
    root.addSubcommand(ConfigCommand.NAME, ConfigCommand.syntax());
    root.addSubcommand(HealthCommand.NAME, HealthCommand.syntax());
    root.addSubcommand(ApiKeyCommand.NAME, ApiKeyCommand.syntax());
    root.addSubcommand(CompletionCommand.NAME, CompletionCommand.syntax());
    root.usageMessage()
        .footer(
            "",
            "Exit codes: 0 fine, 1 failed, 2 wrong configuration or usage.",
            "Every setting is described in docs/configuration.md, every command in"
                + " docs/commands.md.");
    return new CommandLine(root).setExpandAtFiles(false);
  }

  private static CommandSpec serve() {
    return examples(
        withConfiguration(SERVE, "Run the server; the default command.")
            .addOption(flag(DEBUG, "Log what happens inside, the frameworks included.")),
        "token-server --config my.yaml",
        "token-server --config my.yaml --set server.port=3001");
  }

  /** A command that reads the configuration. */
  static CommandSpec withConfiguration(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(false);
    return spec.addOption(
            OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .converters(Path::of)
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
        .addOption(flag(PRODUCTION, "Refuse unsafe settings: server.production=true."))
        .addOption(help());
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help.")
        .build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  /** Ends the help of a command with lines to copy. */
  static CommandSpec examples(CommandSpec spec, String... lines) {
    String[] footer = new String[lines.length + 2];
    footer[0] = "";
    footer[1] = "For example:";
    for (int i = 0; i < lines.length; i++) {
      footer[i + 2] = "  " + lines[i];
    }
    spec.usageMessage().footer(footer);
    return spec;
  }
}
