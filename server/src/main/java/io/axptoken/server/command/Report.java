package io.axptoken.server.command;

import java.io.PrintStream;
import java.util.List;

/** Tells everything that keeps the server from running. */
final class Report {
  private Report() {}

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
