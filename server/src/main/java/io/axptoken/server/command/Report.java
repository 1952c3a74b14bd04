package io.axptoken.server.command;

import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.config.SignOff;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;

/** Tells everything that keeps the server from running. */
final class Report {
  private Report() {}

  /** A sign-off that is good for nothing, or no more. */
  static String unused(SignOff signOff) {
    return "server.accepted has "
        + signOff
        + ", which is not found: remove it, as it would hide a fault to come.";
  }

  /** An integration in a line. */
  static String integration(IntegrationSettings integration) {
    return integration.isDefault()
        ? "default, at /token (" + reached(integration) + ")"
        : "%s, at /integrations/%1$s/token (%s)"
            .formatted(integration.name(), reached(integration));
  }

  private static String reached(IntegrationSettings integration) {
    return integration.axp().platform().name().toLowerCase(Locale.ROOT)
        + " at "
        + integration.axp().hostName();
  }

  /** What is odd comes first, as it may be the reason for the problems. */
  static int problems(PrintStream err, List<?> problems, List<String> warnings) {
    warnings.forEach(warning -> err.println("Warning: " + warning));
    return problems(err, problems);
  }

  static int noSuchName(PrintStream err, InvalidPathException invalid) {
    return problems(
        err,
        List.of(
            "The name of the configuration file is none on this system: " + invalid.getReason()));
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
