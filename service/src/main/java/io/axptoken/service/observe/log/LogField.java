package io.axptoken.service.observe.log;

/** A field of a log line, by its names in the three forms that a line may have. */
public interface LogField {
  /** Its name in the Elastic Common Schema. */
  String ecs();

  /** Its name among OpenTelemetry's attributes. */
  String otel();

  /** Its name in a text line. */
  String text();
}
