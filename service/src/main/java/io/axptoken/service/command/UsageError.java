package io.axptoken.service.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line. */
public final class UsageError {
  private UsageError() {}

  /** One line that shows names of options only: what stands behind them may be a secret. */
  public static String of(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().getFirst();
      CommandLine called = unmatched.getCommandLine();
      return argument.startsWith("-")
          ? option(argument.replaceFirst("[^-A-Za-z0-9].*", ""), called)
          : argument(called);
    }
    return wrong.getArgSpec() instanceof OptionSpec flag && flag.type() == boolean.class
        ? "there is a value where none belongs, after " + flag.longestName() + "."
        : String.valueOf(wrong.getMessage());
  }

  private static String option(String wrong, CommandLine called) {
    String start = wrong.length() > 3 ? wrong.substring(0, 4) : wrong;
    List<String> near =
        called.getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .filter(name -> name.startsWith(start))
            .toList();
    return "there is no option "
        + wrong
        + (near.isEmpty() ? "." : ": did you mean " + String.join(" or ", near) + "?");
  }

  private static String argument(CommandLine called) {
    Collection<String> commands = called.getSubcommands().keySet();
    return commands.isEmpty()
        ? called.getCommandName() + " takes no such argument."
        : "there is no command of that name: there " + list(commands) + ".";
  }

  private static String list(Collection<String> names) {
    List<String> all = new ArrayList<>(names);
    String last = all.removeLast();
    return all.isEmpty() ? "is " + last : "are " + String.join(", ", all) + " and " + last;
  }
}
