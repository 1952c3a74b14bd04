package io.axptoken.bench;

import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.report.Recorded;
import io.axptoken.bench.report.Records;
import io.axptoken.bench.scene.ColdCase;
import io.axptoken.bench.scene.Lengths;
import io.axptoken.bench.scene.Scene;
import io.axptoken.bench.scene.Scenes;
import io.axptoken.bench.subject.Beside;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the bench. */
final class BenchOptions {
  private static final String ALL = "all";
  private static final int CONNECTIONS = 64;

  /** What was measured once or twice is no figure to quote. */
  private static final int LEAST_FOR_DOCS = 3;

  private static final Lengths USUAL =
      new Lengths(3, Duration.ofSeconds(10), Duration.ofSeconds(15), CONNECTIONS);
  private static final Lengths OF_ALL =
      new Lengths(3, Duration.ofSeconds(5), Duration.ofSeconds(6), CONNECTIONS);
  private static final Lengths QUICK =
      new Lengths(1, Duration.ofSeconds(2), Duration.ofSeconds(4), CONNECTIONS);

  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      defaultValue = Scenes.USUAL,
      description =
          "bare, deployed, deployed-rs256, deployed-first, guest, guest-new, reuse, saturation,"
              + " growth, cold, or all (default: ${DEFAULT-VALUE}).")
  private String scene = Scenes.USUAL;

  @Option(
      names = "--quick",
      description = "One rotation with runs of two seconds: shows that it works, and no more.")
  private boolean quick;

  @Option(
      names = "--rotations",
      paramLabel = "N",
      description = "How often each server is measured (default: 3).")
  private @Nullable Integer rotations;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Length of each run (default: 10, of all scenes 5).")
  private @Nullable Integer seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Seconds of load before a server is measured (default: 15, of all scenes 6).")
  private @Nullable Integer warmUp;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "How many callers there are (default: 64).")
  private @Nullable Integer connections;

  @Option(
      names = "--server-command",
      paramLabel = "COMMAND",
      defaultValue = "bin/token-server serve --config {config}",
      description =
          "Starts the server to measure; {config} becomes its configuration file"
              + " (default: ${DEFAULT-VALUE}).")
  private String serverCommand = "";

  @Option(
      names = "--cold",
      paramLabel = "CASE",
      split = ",",
      description =
          "Which starts the scene cold plays: one50, one300, plain50, half50, all50"
              + " (default: all of them).")
  private List<String> coldCases = List.of();

  @Option(
      names = "--beside",
      paramLabel = "COMMAND",
      description =
          "Starts another server for the scene cold, in the foreground; {port}, {platform} and {ca}"
              + " become its port, where the platform is, and the file of its certificate.")
  private @Nullable String besideCommand;

  @Option(
      names = "--beside-port",
      paramLabel = "N",
      description = "Where that server listens (default: a free one, for {port}).")
  private @Nullable Integer besidePort;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "bench/target",
      description = "Where bench.json and bench.md go (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "Show this run beside an earlier bench.json, or beside the last one recorded: last.")
  private @Nullable String compare;

  @Option(
      names = "--update-docs",
      description =
          "Put the tables and plots into README.md and docs/performance.md as well, and keep the"
              + " numbers in bench/results.")
  private boolean updateDocs;

  /** Refuses what is no scene, and numbers that measure nothing. */
  void validate(CommandLine line) {
    if (scenes().isEmpty()) {
      throw new ParameterException(line, "There is no scene '" + scene + "'; see --help.");
    }
    Lengths asked = lengths();
    if (Math.min(asked.rotations(), asked.connections()) < 1
        || asked.run().toSeconds() < 1
        || asked.warmUp().toSeconds() < 1) {
      throw new ParameterException(
          line, "--rotations, --seconds, --warm-up and --connections must be at least 1.");
    }
    if (!ColdCase.keys().containsAll(coldCases)) {
      throw new ParameterException(
          line, "--cold knows only these cases: " + String.join(", ", ColdCase.keys()) + ".");
    }
    if (besidePort != null && besideCommand == null) {
      throw new ParameterException(line, "--beside-port needs --beside.");
    }
    if (updateDocs && asked.rotations() < LEAST_FOR_DOCS) {
      throw new ParameterException(
          line, "--update-docs needs " + LEAST_FOR_DOCS + " rotations at least.");
    }
    if (updateDocs && !isAll() && !scene.equals(Scenes.USUAL)) {
      throw new ParameterException(
          line, "--update-docs is for --scene=bare and --scene=all alone.");
    }
  }

  List<Scene> scenes() {
    return isAll() ? Scenes.all(coldCases) : Scenes.named(scene, coldCases).stream().toList();
  }

  String scene() {
    return scene;
  }

  /** The earlier run to compare with, if one is asked for. */
  @Nullable Recorded earlier(Records records) throws IOException {
    String file = compare;
    if (file == null) {
      return null;
    }
    return Recorded.read(file.equals("last") ? records.last(scene) : Path.of(file));
  }

  boolean isAll() {
    return scene.equals(ALL);
  }

  Lengths lengths() {
    Lengths usual = quick ? QUICK : isAll() ? OF_ALL : USUAL;
    return new Lengths(
        or(rotations, usual.rotations()),
        Duration.ofSeconds(or(seconds, usual.run().toSeconds())),
        Duration.ofSeconds(or(warmUp, usual.warmUp().toSeconds())),
        or(connections, usual.connections()));
  }

  private static int or(@Nullable Integer asked, long usual) {
    return asked == null ? (int) usual : asked;
  }

  /** The server to be put beside ours, if one is asked for. */
  @Nullable Beside beside() throws IOException {
    String command = besideCommand;
    return command == null
        ? null
        : new Beside(command, besidePort == null ? FreePort.find() : besidePort);
  }

  String serverCommand() {
    return serverCommand;
  }

  Path output() {
    return output;
  }

  boolean updateDocs() {
    return updateDocs;
  }
}
