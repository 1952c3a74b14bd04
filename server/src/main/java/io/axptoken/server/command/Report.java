package io.axptoken.server.command;

import java.io.PrintStream;
import java.util.List;

/** Tells everything that keeps the server from running. */
final class Report {
  private Report() {}

  /** What is odd comes first, as it may be the reason for the problems. */
  static int problems(PrintStream err, List<?> problems, List<String> warnings) {
    warnings.forEach(warning -> err.println("Warning: " + warning));
    return problems(err, problems);
  }

  static int problems(PrintStream err, List<?> problems) {
    int count = problems.size();
    err.println(
        count == 1
            ? "The configuration has a problem:"
            : "The configuration has " + count + " problems:");
    problems.forEach(problem -> err.println("  - " + problem));
    return ExitCode.MISCONFIGURED;
  }
}
