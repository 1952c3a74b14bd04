package io.axptoken.push.command;

import io.axptoken.service.command.ExitCode;
import java.io.PrintStream;
import java.util.List;

/** Says everything that keeps the connector from running. */
final class Report {
  private Report() {}

  static int problems(PrintStream err, List<?> problems, List<String> warnings) {
    warnings.forEach(warning -> err.println("Warning: " + warning));
    int count = problems.size();
    err.println(
        count == 1
            ? "The configuration has a problem:"
            : "The configuration has " + count + " problems:");
    problems.forEach(problem -> err.println("  - " + problem));
    return ExitCode.MISCONFIGURED;
  }
}
