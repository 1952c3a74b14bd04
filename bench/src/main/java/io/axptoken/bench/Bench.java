package io.axptoken.bench;

import io.axptoken.bench.host.Placement;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.report.Comparison;
import io.axptoken.bench.report.Documents;
import io.axptoken.bench.report.JsonReport;
import io.axptoken.bench.report.Recorded;
import io.axptoken.bench.report.Records;
import io.axptoken.bench.report.Report;
import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.scene.Lengths;
import io.axptoken.bench.scene.Scene;
import io.axptoken.bench.scene.Stage;
import io.axptoken.bench.tls.BenchCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  private static final Path ROOT = Path.of("");
  private static final Records RECORDS = new Records(ROOT);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BenchOptions options = new BenchOptions();

  /** Exit codes: 0 measured, 1 a run failed, 2 wrong usage. */
  public static void main(String[] args) {
    int code =
        new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::complain).execute(args);
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
      new Documents(ROOT).requirePlaces();
    }
    @Nullable Recorded earlier = options.earlier(RECORDS);
    try (Workspace workspace = Workspace.create()) {
      BenchCertificate certificate = BenchCertificate.make(workspace);
      try (HttpClient client = client(certificate)) {
        return measure(workspace, certificate, client, earlier);
      }
    }
  }

  private int measure(
      Workspace workspace,
      BenchCertificate certificate,
      HttpClient client,
      @Nullable Recorded earlier)
      throws IOException, InterruptedException {
    Placement placement = Placement.take(workspace);
    Lengths lengths = options.lengths();
    Conditions conditions =
        Conditions.of(workspace, placement, lengths.connections(), lengths.run(), lengths.warmUp());
    Stage stage =
        new Stage(
            workspace,
            placement,
            certificate,
            client,
            lengths,
            options.serverCommand(),
            options.beside(),
            Bench::say);
    List<SceneResult> results = new ArrayList<>();
    for (Scene scene : options.scenes()) {
      results.add(play(scene, stage));
    }
    report(conditions, results, earlier);
    boolean complete = results.stream().allMatch(result -> result.voided() == null);
    return complete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  // A scene that fails must not take the others with it.
  private static SceneResult play(Scene scene, Stage stage) throws InterruptedException {
    try {
      return scene.play(stage);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "no reason given");
      say("The scene " + scene.name() + " failed: " + reason);
      return SceneResult.voided(scene.name(), scene.title(), reason);
    }
  }

  // Without the offer to upgrade to HTTP/2, which the measured callers do not make either.
  private static HttpClient client(BenchCertificate certificate) throws IOException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(certificate.context())
        .build();
  }

  private void report(Conditions conditions, List<SceneResult> results, @Nullable Recorded earlier)
      throws IOException {
    Files.createDirectories(options.output());
    String markdown =
        Report.render(conditions, results)
            + (earlier == null ? "" : "\n" + Comparison.render(earlier, results));
    String json = JsonReport.render(conditions, results);
    Files.writeString(options.output().resolve("bench.md"), markdown);
    Files.writeString(options.output().resolve("bench.json"), json);
    if (options.updateDocs()) {
      new Documents(ROOT).update(conditions, results, options.isAll());
      RECORDS.keep(conditions.date(), options.scene(), json);
    }
    System.out.println("\n" + markdown);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
