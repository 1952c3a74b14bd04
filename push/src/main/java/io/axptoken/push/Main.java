package io.axptoken.push;

import io.axptoken.push.command.Commands;
import io.axptoken.push.command.ConnectorStarter;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.Output;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.process.ReloadSignal;
import io.axptoken.service.process.Supervision;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The program {@code push-connector}. */
public final class Main {
  private Main() {}

  /** Ends with the exit code of the command, unless a connector runs on. */
  public static void main(String[] args) {
    run(Main::start, args);
  }

  static void run(ConnectorStarter starter, String... args) {
    Logs.install();
    Locale.setDefault(Locale.ROOT);
    Output output = new Output(new FileOutputStream(FileDescriptor.out));
    PrintStream out = output.text(System.out.charset());
    PrintStream err =
        new Output(new FileOutputStream(FileDescriptor.err)).text(System.err.charset());
    CommandContext process =
        new CommandContext(System.getenv(), out, err, null, Clock.systemUTC(), Main::isTerminal);
    int code = output.ending(new Commands(process, starter).run(args), err);
    if (code != 0) {
      try {
        Logs.flush();
      } finally { // Whatever else fails in a program that did not start has been told.
        System.exit(code);
      }
    }
  }

  private static CompletionStage<?> start(LiveSettings<PushSettings> settings) {
    ReloadSignal heard = ReloadSignal.hear();
    return PushConnector.start(settings)
        .onSuccess(running -> Supervision.begin(running, heard))
        .toCompletionStage();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
