package io.axptoken.server;

import io.axptoken.server.command.CommandLines;
import io.axptoken.server.command.Installation;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.Output;
import io.axptoken.service.observe.log.Logs;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The program {@code token-server}. */
public final class Main {
  private Main() {}

  /** Ends with the exit code of the command, unless a server runs on. */
  public static void main(String[] args) {
    Logs.install();
    Locale.setDefault(Locale.ROOT);
    Output output = new Output(new FileOutputStream(FileDescriptor.out));
    PrintStream out = output.text(System.out.charset());
    PrintStream err =
        new Output(new FileOutputStream(FileDescriptor.err)).text(System.err.charset());
    CommandContext process =
        new CommandContext(
            System.getenv(), out, err, Installation.home(), Clock.systemUTC(), Main::isTerminal);
    int code = output.ending(CommandLines.run(process, new ServerProgram(), args), err);
    if (code != 0) {
      try {
        Logs.flush();
      } finally { // Whatever else fails in a program that did not start has been told.
        System.exit(code);
      }
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
