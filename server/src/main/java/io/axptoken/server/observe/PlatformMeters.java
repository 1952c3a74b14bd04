package io.axptoken.server.observe;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener;
import io.axptoken.server.issue.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the calls to one integration's platform. */
final class PlatformMeters implements PlatformListener {
  private static final String SUCCESS = "success";

  private final TokenMetrics metrics;
  private final PlatformCalls calls;
  private final String integration;

  PlatformMeters(TokenMetrics metrics, PlatformCalls calls, String integration) {
    this.metrics = metrics;
    this.calls = calls;
    this.integration = integration;
  }

  @Override
  public void accessTokenFetched(
      Trigger trigger,
      @Nullable PlatformFailure failure,
      Duration took,
      @Nullable Instant expiresAt) {
    metrics.fetches.of(integration, outcome(failure), nameOf(trigger)).increment();
  }

  @Override
  public void answered(Call call, StatusClass status, Duration took) {
    calls.answered(call, status, took);
  }

  @Override
  public void retried(Call call, RetryCause cause) {
    calls.retried(call, cause);
  }

  /** Has good fetches stand at zero before the first one. */
  void expect() {
    for (Trigger trigger : Trigger.values()) {
      metrics.fetches.of(integration, SUCCESS, nameOf(trigger));
    }
  }

  private static String nameOf(Trigger trigger) {
    return trigger.name().toLowerCase(Locale.ROOT);
  }

  /** The kind of problem that whoever waits for the access token is told. */
  private static String outcome(@Nullable PlatformFailure failure) {
    return failure == null ? SUCCESS : FailureKind.of(failure).toString();
  }
}
