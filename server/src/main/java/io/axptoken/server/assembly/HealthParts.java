package io.axptoken.server.assembly;

import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.server.identity.jwt.keys.RemoteKeys;
import io.axptoken.server.issue.FailureKind;
import io.axptoken.service.observe.health.PartHealth;
import java.util.Locale;
import java.util.Map;

/** How the parts of a server tell of themselves on {@code /health}. */
public final class HealthParts {
  private HealthParts() {}

  /** An integration's platform. */
  public static PartHealth integration(PlatformStatus status) {
    PlatformStatus.Failure failure = status.lastFailure();
    boolean well =
        (status.breaker() == Breaker.CLOSED || status.breaker() == Breaker.OFF)
            && (failure == null || failure.over());
    return new PartHealth.Builder()
        .fact("accessToken", accessToken(status.accessToken()))
        .fact("breaker", name(status.breaker()))
        .fact("lastFailure", failure == null ? null : failure(failure))
        .well(well);
  }

  /** The keys of an issuer of tokens. */
  public static PartHealth keys(RemoteKeys.Status status) {
    return new PartHealth.Builder()
        .fact("keys", status.keys())
        .fact("fetchedAt", status.fetchedAt())
        .fact("failedAt", status.failedAt())
        .well(!status.failing());
  }

  private static Map<String, Object> accessToken(PlatformStatus.AccessToken token) {
    return new PartHealth.Builder()
        .fact("state", name(token.stage()))
        .fact("obtainedAt", token.obtainedAt())
        .fact("expiresAt", token.endsAt())
        .facts();
  }

  private static Map<String, Object> failure(PlatformStatus.Failure failure) {
    return new PartHealth.Builder()
        .fact("kind", FailureKind.of(failure.failure()).toString())
        .fact("call", failure.failure().trace().call().toString())
        .fact("at", failure.at())
        .fact("over", failure.over())
        .facts();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
