package io.axptoken.service.config;

/**
 * Section {@code logging}.
 *
 * @param format how a line looks
 * @param level the least level that is written
 * @param fields what the fields of a JSON line are called
 * @param access whether there is a line for each request
 */
public record LoggingSettings(Format format, Level level, Fields fields, boolean access) {
  /** With the usual names of fields, and no line for each request. */
  public LoggingSettings(Format format, Level level) {
    this(format, level, Fields.ECS, false);
  }

  /** How a line looks. */
  public enum Format {
    /** For people. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
  }

  /** What the fields of a JSON line are called. */
  public enum Fields {
    /** As the Elastic Common Schema has them. */
    ECS,
    /** As OpenTelemetry's log data model and semantic conventions have them. */
    OTEL
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
