package io.axptoken.service.observe.log;

/**
 * A field that a program names.
 *
 * @param ecs its name in the Elastic Common Schema
 * @param otel its name in OpenTelemetry
 * @param text its name in lines of text
 */
public record NamedField(String ecs, String otel, String text) implements LogField {}
