package io.axptoken.service.config.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;

import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.type.Choice;
import io.axptoken.service.config.type.Types;
import java.util.List;

/** Section {@code logging}: its settings, and the record they make. */
public final class LoggingSection {
  static final Property<LoggingSettings.Format> FORMAT =
      optional(
          "logging.format",
          Choice.of(LoggingSettings.Format.class),
          "text",
          Protection.none(CHECKS_NOTHING),
          "text for people, json for machines: one object a line.");
  static final Property<LoggingSettings.Level> LEVEL =
      optional(
          "logging.level",
          Choice.of(LoggingSettings.Level.class),
          "info",
          Protection.none(CHECKS_NOTHING),
          "The least level that is written.");
  static final Property<LoggingSettings.Fields> FIELDS =
      optional(
          "logging.fields",
          Choice.of(LoggingSettings.Fields.class),
          "ecs",
          Protection.none(CHECKS_NOTHING),
          "Names of the fields in JSON: those of the Elastic Common Schema, or of OpenTelemetry's log"
              + " data model; see operations.md.");
  static final Property<Boolean> ACCESS =
      optional(
          "logging.access",
          Types.SWITCH,
          "false",
          Protection.none(CHECKS_NOTHING),
          "Whether the log has a line for each request, whatever its level; addresses as"
              + " audit.addresses says.");

  public static final Section SECTION =
      new Section("logging", "What is logged, and how.", List.of(FORMAT, LEVEL, FIELDS, ACCESS));

  private LoggingSection() {}

  public static LoggingSettings settings(Values values) {
    return new LoggingSettings(
        values.get(FORMAT), values.get(LEVEL), values.get(FIELDS), values.get(ACCESS));
  }
}
