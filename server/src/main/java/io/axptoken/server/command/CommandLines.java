package io.axptoken.server.command;

import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.StartFailure;
import java.nio.file.InvalidPathException;
import java.util.List;

/** What the program is called with: a server to start, or any of the commands. */
public final class CommandLines {
  private CommandLines() {}

  /** Runs a command line and gives the exit code; a server that was started runs on. */
  public static int run(CommandContext surroundings, ServerStarter starter, String... args) {
    StartFailure failures = new StartFailure(surroundings.err());
    try {
      return obey(surroundings, starter, args);
    } catch (Error | RuntimeException failure) { // Such as a class that cannot be loaded.
      return failures.report(failure, List.of(args).contains("--debug"));
    }
  }

  private static int obey(CommandContext surroundings, ServerStarter starter, String... args) {
    Integer health = QuickHealth.run(surroundings, args);
    if (health != null) {
      return health;
    }
    Options serve = ServeLine.parse(args);
    if (serve == null) {
      return new Commands(surroundings, starter).run(args);
    }
    try {
      return new ServeCommand(surroundings, starter).run(serve);
    } catch (InvalidPathException e) {
      return Report.noSuchName(surroundings.err(), e);
    }
  }
}
