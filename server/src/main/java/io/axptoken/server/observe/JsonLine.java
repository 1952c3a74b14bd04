package io.axptoken.server.observe;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A line for machines: one JSON object with the field names of the Elastic Common Schema. */
final class JsonLine extends Formatter {
  @Override
  public String format(LogRecord entry) {
    StringBuilder line = new StringBuilder(256);
    line.append('{');
    field(line, "@timestamp", LogText.time(entry.getInstant()));
    field(line, "log.level", LogText.level(entry.getLevel()));
    Object subject = LogText.parameter(entry);
    field(line, "message", subject instanceof AuditEntry ? "decision" : LogText.message(entry));
    field(line, "ecs.version", "8.11.0");
    field(line, "service.name", "axp-token-server");
    field(line, "log.logger", String.valueOf(entry.getLoggerName()));
    if (subject instanceof AuditEntry audited) {
      audited.forEach((field, value) -> field(line, field.jsonName(), value));
    }
    Throwable thrown = entry.getThrown();
    if (thrown != null) {
      field(line, "error.type", thrown.getClass().getName());
      field(line, "error.message", String.valueOf(thrown.getMessage()));
      field(line, "error.stack_trace", String.join("\n", StackTraces.lines(thrown)));
    }
    return line.append("}\n").toString();
  }

  private static void field(StringBuilder line, String name, Object value) {
    if (line.length() > 1) {
      line.append(',');
    }
    line.append('"').append(name).append("\":");
    if (value instanceof Number) {
      line.append(value);
    } else {
      line.append('"');
      Escapes.json(line, value.toString());
      line.append('"');
    }
  }
}
