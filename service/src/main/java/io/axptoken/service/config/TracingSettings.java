package io.axptoken.service.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Section {@code tracing}.
 *
 * @param endpoint where traces are sent over OTLP, or empty: there are none
 * @param serviceName as what
 * @param sampleRatio how many of those that nobody else began are kept, 0 to 1
 * @param headers sent with every batch, such as a key of the collector's
 */
public record TracingSettings(
    Optional<URI> endpoint, String serviceName, double sampleRatio, Map<String, Secret> headers) {
  /** No traces. */
  public static final TracingSettings OFF = new TracingSettings(Optional.empty(), "", 1, Map.of());
}
