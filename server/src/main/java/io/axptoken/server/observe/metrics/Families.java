package io.axptoken.server.observe.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Every metric of this server's own, as docs/operations.md lists them. */
final class Families {
  private static final String INTEGRATION = "integration";

  final Family<LongAdder> issued =
      counter("axp_tokens_issued", "Tokens that were issued.", INTEGRATION, "identity");
  final Family<LongAdder> refused =
      counter(
          "axp_tokens_refused",
          "Requests for a token that were answered with a problem.",
          INTEGRATION,
          "reason");
  final Family<Histogram> issueTime =
      histogram(
          "axp_issue_seconds",
          "Time from a token request's head to its answer.",
          INTEGRATION,
          "outcome");
  final Family<LongAdder> limited =
      counter("axp_rate_limited", "Token requests that a rate limit refused.", "stage");
  final Family<LongAdder> fetches =
      counter(
          "axp_access_token_fetch",
          "Fetches of the platform's access token.",
          INTEGRATION,
          "outcome",
          "trigger");
  final Family<DoubleSupplier> expiry =
      gauge(
          "axp_access_token_expires_in_seconds",
          "Time until the cached access token is not used any more; negative when it ended.",
          INTEGRATION);
  final Family<DoubleSupplier> breaker =
      gauge(
          "axp_circuit_breaker_state",
          "What the circuit breaker does: 0 closed, 1 half-open, 2 open.",
          INTEGRATION);
  final Family<Histogram> platformTime =
      histogram("axp_platform_seconds", "Time of each attempt at a call.", "call", "status_class");
  final Family<LongAdder> retries =
      counter("axp_platform_retries", "Calls to the platform that were repeated.", "call", "cause");
  final Family<LongAdder> reloads =
      counter("axp_reload", "Reloads of what changed while the server runs.", "what", "outcome");
  final Family<LongAdder> logLines =
      counter("axp_log_lines_lost", "Log lines that the output did not take.", "log");
  final Family<DoubleSupplier> certificate =
      gauge(
          "axp_certificate_expires_in_seconds",
          "Time until the certificate ends; negative when it has.",
          "which");
  final Family<DoubleSupplier> ready =
      gauge("axp_ready", "Whether the server takes requests: 1, or 0 while it starts or stops.");
  final Family<DoubleSupplier> inFlight =
      gauge("http_server_in_flight", "Requests that are not answered yet.");

  List<Family<LongAdder>> counters() {
    return List.of(issued, refused, limited, fetches, retries, reloads, logLines);
  }

  List<Family<Histogram>> histograms() {
    return List.of(issueTime, platformTime);
  }

  List<Family<DoubleSupplier>> gauges() {
    return List.of(expiry, breaker, certificate, ready, inFlight);
  }

  private static Family<LongAdder> counter(String name, String help, String... labels) {
    return new Family<>(name, help, LongAdder::new, labels);
  }

  private static Family<Histogram> histogram(String name, String help, String... labels) {
    return new Family<>(name, help, Histogram::new, labels);
  }

  private static Family<DoubleSupplier> gauge(String name, String help, String... labels) {
    return new Family<>(name, help, () -> () -> Double.NaN, labels);
  }
}
