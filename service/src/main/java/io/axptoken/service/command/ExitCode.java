package io.axptoken.service.command;

/** What the process tells its caller. */
public final class ExitCode {
  /** All went well. */
  public static final int FINE = 0;

  /** Something failed at run time. */
  public static final int FAILED = 1;

  /** The configuration or the command line is wrong. */
  public static final int MISCONFIGURED = 2;

  private ExitCode() {}
}
