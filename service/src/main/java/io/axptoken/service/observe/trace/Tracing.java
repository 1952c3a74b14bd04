package io.axptoken.service.observe.trace;

import io.axptoken.service.config.TracingSettings;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Traces requests. Safe for use by many threads; it waits for nothing but at {@link #close}. */
public interface Tracing extends AutoCloseable {
  /** Traces nothing, and passes nothing on. */
  Tracing OFF = (_, _, _) -> RequestSpan.NONE;

  /**
   * Traces as the settings say; without a collector not a class of OpenTelemetry is loaded.
   *
   * @param name of the program's instrumentation
   * @param version of the program
   */
  static Tracing of(TracingSettings settings, String name, String version) {
    return settings.endpoint().isEmpty()
        ? OFF
        : new OtelTracing(settings, settings.endpoint().get(), name, version);
  }

  /**
   * Begins with a request's head, as part of the trace that its {@code traceparent} names, if it
   * has a valid one.
   *
   * @param route the path as the surface knows it, such as {@code /things/{name}}
   * @param attributes what there is to say of it, by name
   */
  RequestSpan begin(HttpServerRequest request, String route, Map<String, String> attributes);

  /** Sends what is left, waiting for two seconds at most; not for an event loop. */
  @Override
  default void close() {}
}
