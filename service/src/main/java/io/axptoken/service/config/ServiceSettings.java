package io.axptoken.service.config;

/** What the settings of every program have. */
public interface ServiceSettings {
  /** The public listener. */
  ServerSettings server();

  /** The listener for probes. */
  ManagementSettings management();

  /** The log. */
  LoggingSettings logging();

  /** Metrics. */
  MetricsSettings metrics();

  /** Traces. */
  TracingSettings tracing();
}
