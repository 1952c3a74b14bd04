package io.axptoken.service.observe.log;

/** The loggers that are logs of their own, whatever the level of the others. */
public final class LogNames {
  /** Decisions; a line of it is as important as a warning. */
  public static final String AUDIT = "audit";

  /** Requests and their answers. */
  public static final String ACCESS = "access";

  private LogNames() {}
}
