package io.axptoken.server.observe.trace;

import io.axptoken.service.config.TracingSettings;
import io.vertx.core.http.HttpServerRequest;

/**
 * Traces token requests. Safe for use by many threads; it waits for nothing but at {@link #close}.
 */
public interface Tracing extends AutoCloseable {
  /** Traces nothing, and passes nothing on. */
  Tracing OFF = (_, _, _) -> TokenSpan.NONE;

  /** Traces as the settings say; without a collector not a class of OpenTelemetry is loaded. */
  static Tracing of(TracingSettings settings, String version) {
    return settings.endpoint().isEmpty()
        ? OFF
        : new OtelTracing(settings, settings.endpoint().get(), version);
  }

  /**
   * Begins with a request's head, as part of the trace that its {@code traceparent} names, if it
   * has a valid one.
   *
   * @param route the path as the surface knows it, such as {@code /integrations/{name}/token}
   * @param integration whose token is asked for
   */
  TokenSpan begin(HttpServerRequest request, String route, String integration);

  /** Sends what is left, waiting for two seconds at most; not for an event loop. */
  @Override
  default void close() {}
}
