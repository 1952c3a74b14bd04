package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;

import java.util.List;

/** Section {@code logging}: its settings, and the record they make. */
final class LoggingSection {
  static final Property<LoggingSettings.Format> FORMAT =
      optional(
          "logging.format",
          Choice.of(LoggingSettings.Format.class),
          "text",
          "text for people, json for machines: one object a line.");
  static final Property<LoggingSettings.Level> LEVEL =
      optional(
          "logging.level",
          Choice.of(LoggingSettings.Level.class),
          "info",
          "The least level that is written.");

  static final Section SECTION =
      new Section("logging", "What is logged, and how.", List.of(FORMAT, LEVEL));

  private LoggingSection() {}

  static LoggingSettings settings(Values values) {
    return new LoggingSettings(values.get(FORMAT), values.get(LEVEL));
  }
}
