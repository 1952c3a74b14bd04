package io.axptoken.server.observe;

import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus;
import io.axptoken.service.observe.metrics.Family;
import io.axptoken.service.observe.metrics.Histogram;
import io.axptoken.service.observe.metrics.Metrics;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every metric that is the token server's own, as docs/operations.md lists them. Safe for use by
 * many threads.
 */
public final class TokenMetrics {
  private static final String INTEGRATION = "integration";

  final Family<LongAdder> issued;
  final Family<LongAdder> refused;
  final Family<Histogram> issueTime;
  final Family<LongAdder> fetches;
  final Family<Histogram> platformTime;
  final Family<LongAdder> retries;
  private final Family<LongAdder> limited;
  private final Family<DoubleSupplier> expiry;
  private final Family<DoubleSupplier> breaker;
  private final Metrics metrics;
  private final PlatformCalls calls;

  /** Adds them to those of every server. */
  public TokenMetrics(Metrics metrics) {
    this.metrics = metrics;
    this.issued =
        metrics.counter("axp_tokens_issued", "Tokens that were issued.", INTEGRATION, "identity");
    this.refused =
        metrics.counter(
            "axp_tokens_refused",
            "Requests for a token that were answered with a problem.",
            INTEGRATION,
            "reason");
    this.issueTime =
        metrics.histogram(
            "axp_issue_seconds",
            "Time from a token request's head to its answer.",
            INTEGRATION,
            "outcome");
    this.limited =
        metrics.counter("axp_rate_limited", "Token requests that a rate limit refused.", "stage");
    this.fetches =
        metrics.counter(
            "axp_access_token_fetch",
            "Fetches of the platform's access token.",
            INTEGRATION,
            "outcome",
            "trigger");
    this.expiry =
        metrics.gauge(
            "axp_access_token_expires_in_seconds",
            "Time until the cached access token is not used any more; negative when it ended.",
            INTEGRATION);
    this.breaker =
        metrics.gauge(
            "axp_circuit_breaker_state",
            "What the circuit breaker does: 0 closed, 1 half-open, 2 open.",
            INTEGRATION);
    this.platformTime =
        metrics.histogram(
            "axp_platform_seconds", "Time of each attempt at a call.", "call", "status_class");
    this.retries =
        metrics.counter(
            "axp_platform_retries", "Calls to the platform that were repeated.", "call", "cause");
    this.calls = new PlatformCalls(this);
    metrics.expect(calls::expect);
    metrics.expect(() -> Stream.of("address", "user").forEach(this::limited));
  }

  /**
   * The token requests of an integration.
   *
   * @param modes the identity modes that it has
   * @param ours why a request may be refused through no caller's fault: shown before it happens
   */
  public TokenMeters tokens(String integration, List<String> modes, List<String> ours) {
    TokenMeters meters = new TokenMeters(this, integration);
    metrics.expect(() -> meters.expect(modes, ours));
    return meters;
  }

  /** Token requests that were refused by a limit, by {@code address} or by {@code user}. */
  public LongAdder limited(String stage) {
    return limited.of(stage);
  }

  /** Hears of the calls to an integration's platform. */
  public PlatformListener platform(String integration) {
    PlatformMeters meters = new PlatformMeters(this, calls, integration);
    metrics.expect(meters::expect);
    return meters;
  }

  /** Shows how an integration's platform stands. */
  public void watch(String integration, Supplier<PlatformStatus> status) {
    breaker.put(() -> state(status.get().breaker()), integration);
    expiry.put(() -> metrics.secondsUntil(status.get().accessToken().endsAt()), integration);
  }

  private static double state(PlatformStatus.Breaker breaker) {
    return switch (breaker) {
      case OFF, CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }
}
