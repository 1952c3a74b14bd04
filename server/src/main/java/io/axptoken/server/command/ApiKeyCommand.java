package io.axptoken.server.command;

import io.axptoken.service.command.ExitCode;
import io.axptoken.service.key.NewApiKey;
import java.io.PrintStream;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code apikey new}: makes a key for a backend and prints it, for the only time, with the lines
 * that let the configuration know its hash.
 */
final class ApiKeyCommand {
  static final String NAME = "apikey";
  static final String NEW = "new";

  private static final String OWNER = "--name";
  private static final Pattern OWNER_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final PrintStream out;

  ApiKeyCommand(PrintStream out) {
    this.out = out;
  }

  /** The syntax, for the command line. */
  static CommandSpec syntax() {
    CommandSpec create = CommandSpec.create().name(NEW);
    create.usageMessage().description("Print a new key, and the configuration of its hash.");
    create
        .addOption(
            OptionSpec.builder(OWNER)
                .paramLabel("NAME")
                .type(String.class)
                .defaultValue("backend")
                .description("Who will hold the key; it tells keys apart in the configuration.")
                .build())
        .addOption(Syntax.help());
    CommandSpec keys = CommandSpec.create().name(NAME).addOption(Syntax.help());
    keys.usageMessage().description("Keys for backends that call with identity mode apiKey.");
    keys.addSubcommand(NEW, Syntax.examples(create, "token-server apikey new --name shop"));
    return Syntax.examples(keys, "token-server apikey new --name shop");
  }

  int run(ParseResult parsed, CommandLine called) {
    if (!called.getCommandName().equals(NEW)) {
      throw new ParameterException(called, "apikey needs to know what to do: apikey new.");
    }
    String owner = parsed.matchedOptionValue(OWNER, "backend");
    if (!OWNER_NAME.matcher(owner).matches()) {
      throw new ParameterException(
          called, "--name takes 1 to 64 letters, digits, dots, dashes and underscores.");
    }
    print(owner, NewApiKey.random());
    return ExitCode.FINE;
  }

  private void print(String owner, NewApiKey key) {
    out.println(key.reveal());
    out.println();
    out.println("This is the only time that the key is shown. Give it to the backend, which sends");
    out.println("it in the header X-Api-Key. Only its hash goes into the configuration:");
    out.println();
    out.println("identity:");
    out.println("  modes: [apiKey]");
    out.println("  apiKey:");
    out.println("    keys:");
    out.println("      " + owner + ": " + key.hash());
  }
}
