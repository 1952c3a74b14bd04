package io.axptoken.service.observe.log;

import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line for machines: one JSON object with the field names of OpenTelemetry's log data model, and
 * attributes named by its semantic conventions.
 */
public final class OtelLine extends Formatter {
  private static final long NANOS = 1_000_000_000L;

  private final ServiceIdentity service;

  public OtelLine(ServiceIdentity service) {
    this.service = service;
  }

  @Override
  public String format(LogRecord entry) {
    JsonText line = new JsonText();
    Object subject = LogText.parameter(entry);
    StructuredEntry event = subject instanceof StructuredEntry structured ? structured : null;
    line.begin()
        .field("Timestamp", nanos(entry.getInstant()))
        .field("SeverityText", LogText.level(entry.getLevel()))
        .field("SeverityNumber", severity(entry.getLevel()))
        .field("Body", event == null ? LogText.message(entry) : event.message());
    line.object("Resource")
        .field("service.name", service.name())
        .field("service.version", service.version())
        .end();
    line.object("InstrumentationScope").field("name", String.valueOf(entry.getLoggerName())).end();
    attributes(line, event, entry.getThrown());
    return line.end().line();
  }

  private static void attributes(
      JsonText line, @Nullable StructuredEntry event, @Nullable Throwable thrown) {
    if (event == null && thrown == null) {
      return;
    }
    line.object("Attributes");
    if (event != null) {
      event.forEach((field, value) -> line.field(field.otel(), value));
    }
    if (thrown != null) {
      line.field("exception.type", thrown.getClass().getName())
          .field("exception.message", String.valueOf(thrown.getMessage()))
          .field("exception.stacktrace", String.join("\n", StackTraces.lines(thrown)));
    }
    line.end();
  }

  /** Nanoseconds since 1970, as text: JSON's numbers are too small for them in many a reader. */
  private static String nanos(Instant instant) {
    return Long.toString(instant.getEpochSecond() * NANOS + instant.getNano());
  }

  /** The lowest number of each range of the model. */
  private static int severity(Level level) {
    return switch (LogText.level(level)) {
      case "ERROR" -> 17;
      case "WARN" -> 13;
      case "INFO" -> 9;
      case "DEBUG" -> 5;
      default -> 1;
    };
  }
}
