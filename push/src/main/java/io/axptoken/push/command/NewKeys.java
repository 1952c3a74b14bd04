package io.axptoken.push.command;

import io.axptoken.service.command.ExitCode;
import io.axptoken.service.key.NewApiKey;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code key new} and {@code apikey new}: make what nobody could guess. */
final class NewKeys {
  private static final int KEY_BYTES = 32;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final PrintStream out;

  NewKeys(PrintStream out) {
    this.out = out;
  }

  int run(String command, CommandLine called) {
    if (!called.getCommandName().equals(Syntax.NEW)) {
      throw new ParameterException(
          called, command + " needs to know what to do: " + command + " new.");
    }
    if (command.equals(Syntax.KEY)) {
      masterKey();
    } else {
      apiKey(called);
    }
    return ExitCode.FINE;
  }

  /** The key alone, so that it can go into a file as it is. */
  private void masterKey() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    out.println(Base64.getEncoder().encodeToString(random));
  }

  private void apiKey(CommandLine called) {
    String owner = called.getParseResult().matchedOptionValue(Syntax.OWNER, "ops");
    if (!NAME.matcher(owner).matches()) {
      throw new ParameterException(
          called, "--name takes 1 to 64 letters, digits, dots, dashes and underscores.");
    }
    NewApiKey key = NewApiKey.random();
    out.println(key.reveal());
    out.println();
    out.println("This is the only time that the key is shown. It is sent in the header X-Api-Key.");
    out.println("Only its hash goes into the configuration:");
    out.println();
    out.println("admin:");
    out.println("  keys:");
    out.println("    " + owner + ": " + key.hash());
  }
}
