package io.axptoken.server.observe;

/** A field of a log line, by its names in the three forms that a line may have. */
interface LogField {
  /** Its name in the Elastic Common Schema. */
  String ecs();

  /** Its name among OpenTelemetry's attributes. */
  String otel();

  /** Its name in a text line. */
  String text();
}
