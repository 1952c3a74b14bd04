package io.axptoken.server;

import io.axptoken.server.command.CommandLines;
import io.axptoken.server.command.ServerStarter;
import io.axptoken.server.command.Surroundings;
import io.axptoken.server.config.LiveSettings;
import io.axptoken.server.observe.Logs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** A program like {@link Main} that stops in the middle of its start until its input ends. */
final class HeldStart implements ServerStarter {
  static final String HELD = "held";

  private final ServerStarter program = new ServerProgram();

  public static void main(String[] args) {
    Logs.install();
    Surroundings process =
        new Surroundings(
            System.getenv(), System.out, System.err, null, Clock.systemUTC(), () -> false);
    if (CommandLines.run(process, new HeldStart(), args) != 0) {
      System.exit(1);
    }
  }

  @Override
  public void prepare() {
    program.prepare();
    System.out.println(HELD);
    try {
      System.in.transferTo(System.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<?> start(LiveSettings settings) {
    return program.start(settings);
  }
}
