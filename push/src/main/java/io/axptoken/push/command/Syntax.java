package io.axptoken.push.command;

import io.axptoken.service.command.HealthCheck;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line's syntax. */
final class Syntax {
  static final String PROGRAM = "push-connector";
  static final String SERVE = "serve";
  static final String CHECK = "check";
  static final String CONFIGURATION = "config";
  static final String HEALTH = HealthCheck.NAME;
  static final String KEY = "key";
  static final String API_KEY = "apikey";
  static final String NEW = "new";
  static final String CONFIG = "--config";
  static final String SET = "--set";
  static final String DEBUG = "--debug";
  static final String PRODUCTION = "--production";
  static final String OFFLINE = "--offline";
  static final String OWNER = "--name";

  private Syntax() {}

  static CommandLine commandLine() {
    CommandSpec root = configured(PROGRAM, "Sends the platform's events to phones.");
    root.addOption(flag(DEBUG, "Log what happens inside."));
    root.addOption(
        OptionSpec.builder("--version", "-V")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    root.addSubcommand(
        SERVE,
        configured(SERVE, "Run the connector; the default command.")
            .addOption(flag(DEBUG, "Log what happens inside.")));
    root.addSubcommand(
        CHECK,
        configured(CHECK, "Say whether configuration, database, accounts and FCM work.")
            .addOption(flag(OFFLINE, "Look at the configuration alone.")));
    root.addSubcommand(
        CONFIGURATION, configured(CONFIGURATION, "Print the configuration in force as YAML."));
    root.addSubcommand(HEALTH, health());
    root.addSubcommand(KEY, maker(KEY, "Make a master key, and print it."));
    root.addSubcommand(API_KEY, maker(API_KEY, "Make an administrator's key, and print it."));
    root.usageMessage()
        .footer(
            "",
            "Exit codes: 0 fine, 1 failed, 2 wrong configuration or usage.",
            "Everything else is in docs/push.md.");
    return new CommandLine(root).setExpandAtFiles(false);
  }

  private static CommandSpec health() {
    return configured(HEALTH, "Ask a running connector whether it is ready.")
        .addOption(
            OptionSpec.builder(HealthCheck.URL)
                .paramLabel("URL")
                .type(String.class)
                .description("Where to ask, such as http://127.0.0.1:9092.")
                .build())
        .addOption(flag(HealthCheck.LIVE, "Ask whether it lives, ready or not."));
  }

  private static CommandSpec maker(String name, String description) {
    CommandSpec make = CommandSpec.create().name(NEW).addOption(help());
    make.usageMessage().description(description);
    if (name.equals(API_KEY)) {
      make.addOption(
          OptionSpec.builder(OWNER)
              .paramLabel("NAME")
              .type(String.class)
              .defaultValue("ops")
              .description("Who will hold the key.")
              .build());
    }
    CommandSpec spec = CommandSpec.create().name(name).addOption(help());
    spec.usageMessage().description(description);
    return spec.addSubcommand(NEW, make);
  }

  private static CommandSpec configured(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(false);
    return spec.addOption(
            OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .converters(Path::of)
                .description("The configuration file. Without it: $PUSH_CONNECTOR_CONFIG, or none.")
                .build())
        .addOption(
            OptionSpec.builder(SET)
                .paramLabel("KEY=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Set one value, such as server.port=3003; may be repeated.")
                .build())
        .addOption(flag(PRODUCTION, "Refuse unsafe settings: server.production=true."))
        .addOption(help());
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help.")
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }
}
