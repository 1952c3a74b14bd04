package io.axptoken.server.command;

/** What the process tells its caller. */
final class ExitCode {
  static final int FINE = 0;

  /** Something failed at run time. */
  static final int FAILED = 1;

  /** The configuration or the command line is wrong. */
  static final int MISCONFIGURED = 2;

  private ExitCode() {}
}
