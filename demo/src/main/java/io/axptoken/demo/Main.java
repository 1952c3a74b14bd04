package io.axptoken.demo;

import io.axptoken.service.observe.log.Logs;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo's command line: what {@code script/server} runs. */
@Command(
    name = "script/server",
    sortOptions = false,
    description = "Runs the token server on a sandbox platform, with a playground page.")
public final class Main implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3000",
      description =
          "Port to listen on (default: ${DEFAULT-VALUE}); 0 for any free one, and so for the"
              + " sandbox and the probes.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine alone).")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String host;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // picocli asks for it
  private boolean help;

  Main() {}

  /** Runs until the process is told to end; exits at once with 1 or 2 if that cannot be. */
  public static void main(String[] args) {
    Logs.install();
    int exitCode = new CommandLine(new Main()).execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() {
    return switch (Demo.start(host, port)) {
      case Demo.Start.Running(Demo demo) -> {
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
        command.commandLine().getOut().println(Greeting.of(demo));
        yield 0;
      }
      case Demo.Start.Failed(String reason, int exitCode) -> {
        command.commandLine().getErr().println(reason);
        yield exitCode;
      }
    };
  }
}
