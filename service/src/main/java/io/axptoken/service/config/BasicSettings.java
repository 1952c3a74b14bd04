package io.axptoken.service.config;

/**
 * What every server can be configured with; a program's settings have it beside their own.
 *
 * @param server the public listener
 * @param management the listener for probes
 * @param logging the log
 * @param audit the record of decisions, and how people appear in it
 * @param metrics metrics
 * @param tracing traces
 */
public record BasicSettings(
    ServerSettings server,
    ManagementSettings management,
    LoggingSettings logging,
    AuditSettings audit,
    MetricsSettings metrics,
    TracingSettings tracing)
    implements ServiceSettings {
  /** Settings of a program that have these among others. */
  public interface Among extends ServiceSettings {
    /** These. */
    BasicSettings basics();

    @Override
    default ServerSettings server() {
      return basics().server();
    }

    @Override
    default ManagementSettings management() {
      return basics().management();
    }

    @Override
    default LoggingSettings logging() {
      return basics().logging();
    }

    @Override
    default MetricsSettings metrics() {
      return basics().metrics();
    }

    @Override
    default TracingSettings tracing() {
      return basics().tracing();
    }
  }
}
