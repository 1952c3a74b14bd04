package io.axptoken.bench;

import io.axptoken.bench.subject.Scene;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the bench. */
final class BenchOptions {
  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      defaultValue = "fresh",
      description =
          "fresh: each answer is a new token; reuse: each user is given his token again"
              + " (default: ${DEFAULT-VALUE}).")
  private Scene scene = Scene.FRESH;

  @Option(
      names = "--rotations",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each server is measured (default: ${DEFAULT-VALUE}).")
  private int rotations;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Length of each run (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "15",
      description = "Seconds of load before a server is measured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many callers there are (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--server-command",
      paramLabel = "COMMAND",
      defaultValue = "bin/token-server serve --config {config}",
      description =
          "Starts the server to measure; {config} becomes its configuration file"
              + " (default: ${DEFAULT-VALUE}).")
  private String serverCommand = "";

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "bench/target",
      description = "Where bench.json and bench.md go (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Option(
      names = "--update-docs",
      description = "Put the table into README.md and docs/performance.md as well.")
  private boolean updateDocs;

  /** Refuses numbers that measure nothing. */
  void validate(CommandLine line) {
    if (Math.min(Math.min(rotations, seconds), Math.min(warmUp, connections)) < 1) {
      throw new ParameterException(
          line, "--rotations, --seconds, --warm-up and --connections must be at least 1.");
    }
    if (updateDocs && scene != Scene.FRESH) {
      throw new ParameterException(line, "--update-docs is for --scene=fresh alone.");
    }
  }

  Scene scene() {
    return scene;
  }

  int rotations() {
    return rotations;
  }

  Duration seconds() {
    return Duration.ofSeconds(seconds);
  }

  Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }

  int connections() {
    return connections;
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
