package io.axptoken.spring.health;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.TokenPlatform;
import io.axptoken.spring.TokenPlatforms;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How all integrations stand, without a call to the platform.
 *
 * @param up whether none is known to fail
 * @param details by integration, without secrets and customers' data
 */
record IntegrationHealth(boolean up, Map<String, Object> details) {
  /** As it is now. */
  static IntegrationHealth of(TokenPlatforms platforms) {
    Map<String, Object> details = new LinkedHashMap<>();
    boolean up = true;
    for (Map.Entry<String, TokenPlatform> each : platforms.asMap().entrySet()) {
      PlatformStatus status = each.getValue().status();
      up &= works(status);
      details.put(each.getKey(), details(status));
    }
    return new IntegrationHealth(up, details);
  }

  private static boolean works(PlatformStatus status) {
    PlatformStatus.Failure last = status.lastFailure();
    boolean fails = last != null && !last.over() && concernsAll(last.failure());
    return status.breaker() != Breaker.OPEN && !fails;
  }

  /** Whether the next user would be refused for the same reason, rather than this one alone. */
  private static boolean concernsAll(PlatformFailure failure) {
    return !(failure instanceof PlatformFailure.RejectedUser)
        && !(failure instanceof PlatformFailure.Overloaded);
  }

  private static Map<String, Object> details(PlatformStatus status) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("accessToken", word(status.accessToken().stage()));
    if (status.accessToken().endsAt() != null) {
      details.put("accessTokenEndsAt", status.accessToken().endsAt().toString());
    }
    details.put("circuitBreaker", word(status.breaker()));
    PlatformStatus.Failure last = status.lastFailure();
    if (last != null) {
      details.put("lastFailure", word(last.failure().kind()));
      details.put("lastFailureCause", last.failure().trace().hint());
      details.put("lastFailureAt", last.at().toString());
      details.put("lastFailureOver", last.over());
    }
    return details;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
