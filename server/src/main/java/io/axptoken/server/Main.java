package io.axptoken.server;

import io.axptoken.server.command.CommandLines;
import io.axptoken.server.command.Output;
import io.axptoken.server.command.Surroundings;
import io.axptoken.server.config.LiveSettings;
import io.axptoken.server.observe.Logs;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

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
    Surroundings process =
        new Surroundings(
            System.getenv(), out, err, Installation.home(), Clock.systemUTC(), Main::isTerminal);
    int code = output.ending(CommandLines.run(process, Main::start, args), err);
    if (code != 0) {
      Logs.flush();
      System.exit(code);
    }
  }

  private static CompletionStage<Lifecycle> start(LiveSettings settings) {
    return Lifecycle.start(settings).onSuccess(Supervision::begin).toCompletionStage();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
