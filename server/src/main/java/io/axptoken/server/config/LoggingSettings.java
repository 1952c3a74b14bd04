package io.axptoken.server.config;

/**
 * Section {@code logging}.
 *
 * @param format how a line looks
 * @param level the least level that is written
 */
public record LoggingSettings(Format format, Level level) {
  /** How a line looks. */
  public enum Format {
    /** For people. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
  }

  /** The least level that is written. */
  public enum Level {
    /** Only what needs somebody's attention at once. */
    ERROR,
    /** And what may become trouble. */
    WARN,
    /** And what the server does. */
    INFO,
    /** And how it does it. */
    DEBUG
  }
}
