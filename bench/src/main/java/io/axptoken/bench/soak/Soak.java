package io.axptoken.bench.soak;

import io.axptoken.bench.host.Child;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.subject.Subject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The soak: keeps the packaged server under load while its platform fails at random. */
@Command(
    name = "script/soak",
    mixinStandardHelpOptions = true,
    version = "AXP soak",
    description = "Keeps the server under load while its platform fails at random, and judges it.")
public final class Soak implements Callable<Integer> {
  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "Requests in a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed, other faults at other times (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "bench/target",
      description = "Where soak.json and soak.md go (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  /** Exit codes: 0 all well, 1 the server did something wrong or the soak failed, 2 wrong usage. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Soak()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Duration length = Duration.ofMinutes(Math.max(1, minutes));
    try (Workspace workspace = Workspace.create();
        HttpClient steering =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Sandbox sandbox = Sandbox.start(workspace, steering);
      Subject subject = sandbox.server(workspace);
      Child server = workspace.start(subject.name(), subject.command());
      SoakReport report = run(length, sandbox, subject, server);
      Files.createDirectories(output);
      Files.writeString(output.resolve("soak.json"), report.json());
      Files.writeString(output.resolve("soak.md"), report.markdown());
      System.out.println("\n" + report.markdown());
      return report.verdict().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private SoakReport run(Duration length, Sandbox sandbox, Subject subject, Child server)
      throws IOException, InterruptedException {
    Tally tally = new Tally();
    try (Callers callers = new Callers(subject.tokenUri(), rate, seed, tally);
        VitalSigns signs = new VitalSigns(server.pid())) {
      callers.awaitFirstToken(server);
      callers.tokens(TokenCheck.by(sandbox.keys()));
      RandomOutages outagesToCome = new RandomOutages(sandbox, new Random(seed));
      Schedule schedule = Schedule.of(length);
      callers.start();
      signs.start();
      say("%d minutes, %d requests/s, seed %d".formatted(length.toMinutes(), rate, seed));
      schedule.calm();
      List<Outage> outages = outagesToCome.until(schedule.endOfTrouble(), Soak::say);
      schedule.awaitEnd();
      callers.stop();
      return new SoakReport(length, rate, seed, tally, outages, signs.samples());
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
