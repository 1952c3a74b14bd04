package io.axptoken.bench;

import io.axptoken.bench.host.Placement;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.OpenLoop;
import io.axptoken.bench.load.Wrk;
import io.axptoken.bench.report.DocsTable;
import io.axptoken.bench.report.JsonReport;
import io.axptoken.bench.report.MarkdownReport;
import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.stub.StubProcess;
import io.axptoken.bench.subject.Launcher;
import io.axptoken.bench.subject.Nginx;
import io.axptoken.bench.subject.Subject;
import io.axptoken.bench.subject.TokenServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The bench: measures the token server beside a bare nginx reverse proxy and writes a report. */
@Command(
    name = "script/bench",
    mixinStandardHelpOptions = true,
    version = "AXP bench",
    description = "Measures the token server beside a bare nginx reverse proxy.")
public final class Bench implements Callable<Integer> {
  private static final List<DocsTable> DOCS =
      List.of(new DocsTable(Path.of("README.md")), new DocsTable(Path.of("docs/performance.md")));

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BenchOptions options = new BenchOptions();

  /** Exit codes: 0 measured, 1 a run failed, 2 wrong usage. */
  public static void main(String[] args) {
    int code =
        new CommandLine(new Bench())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(Bench::complain)
            .execute(args);
    System.exit(code);
  }

  private static int complain(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    line.getErr().println("The bench failed: " + failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.validate(spec.commandLine());
    if (options.updateDocs()) {
      for (DocsTable table : DOCS) {
        table.requirePlace();
      }
    }
    try (Workspace workspace = Workspace.create();
        HttpClient client = callers()) {
      Placement placement = Placement.take(workspace);
      Conditions conditions =
          Conditions.of(
              workspace, placement, options.connections(), options.seconds(), options.warmUp());
      report(conditions, measure(workspace, placement, client));
    }
    return CommandLine.ExitCode.OK;
  }

  private List<Rotation> measure(Workspace workspace, Placement placement, HttpClient client)
      throws IOException, InterruptedException {
    StubProcess stub = StubProcess.start(workspace, client);
    Subject server =
        TokenServer.subject(workspace, options.scene(), stub.port(), options.serverCommand());
    Subject nginx = Nginx.subject(workspace, stub.port());
    Launcher launcher = new Launcher(workspace, placement, client);
    Wrk wrk = new Wrk(workspace, options.connections());
    warmUp(stub, wrk);
    List<Rotation> rotations = new ArrayList<>();
    for (int i = 1; i <= options.rotations(); i++) {
      String place = "rotation %d of %d: ".formatted(i, options.rotations());
      rotations.add(
          new RotationRun(options, launcher, stub, wrk, what -> say(place + what))
              .measure(server, nginx, i % 2 == 1));
    }
    return rotations;
  }

  // Without the offer to upgrade to HTTP/2, which the measured callers do not make either.
  private static HttpClient callers() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  // The stub and the open-loop callers are Java, and slow before they are compiled.
  private void warmUp(StubProcess stub, Wrk wrk) throws IOException, InterruptedException {
    say("warming up the platform stub and the callers");
    double rate = wrk.run(stub.endUserTokenUri(), options.warmUp()).rate() / 8;
    new OpenLoop(options.connections(), rate).run(stub.endUserTokenUri(), options.warmUp());
  }

  private void report(Conditions conditions, List<Rotation> rotations) throws IOException {
    String markdown = MarkdownReport.render(conditions, rotations);
    Files.createDirectories(options.output());
    Files.writeString(options.output().resolve("bench.md"), markdown);
    Files.writeString(
        options.output().resolve("bench.json"), JsonReport.render(conditions, rotations));
    if (options.updateDocs()) {
      for (DocsTable table : DOCS) {
        table.replace(markdown);
      }
    }
    System.out.println("\n" + markdown);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
