package io.axptoken.service.observe.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A line for machines: one JSON object with the field names of the Elastic Common Schema. */
public final class EcsLine extends Formatter {
  private static final String VERSION = "8.11.0";

  private final ServiceIdentity service;

  public EcsLine(ServiceIdentity service) {
    this.service = service;
  }

  @Override
  public String format(LogRecord entry) {
    JsonText line = new JsonText();
    line.begin()
        .field("@timestamp", LogText.time(entry.getInstant()))
        .field("log.level", LogText.level(entry.getLevel()));
    Object subject = LogText.parameter(entry);
    StructuredEntry event = subject instanceof StructuredEntry structured ? structured : null;
    line.field("message", event == null ? LogText.message(entry) : event.message())
        .field("ecs.version", VERSION)
        .field("service.name", service.name())
        .field("service.version", service.version())
        .field("log.logger", String.valueOf(entry.getLoggerName()));
    if (event != null) {
      event.forEach((field, value) -> line.field(field.ecs(), value));
    }
    Throwable thrown = entry.getThrown();
    if (thrown != null) {
      line.field("error.type", thrown.getClass().getName())
          .field("error.message", String.valueOf(thrown.getMessage()))
          .field("error.stack_trace", String.join("\n", StackTraces.lines(thrown)));
    }
    return line.end().line();
  }
}
