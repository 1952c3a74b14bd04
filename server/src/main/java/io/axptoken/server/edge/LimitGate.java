package io.axptoken.server.edge;

import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.service.limit.AddressKey;
import io.axptoken.service.limit.Decision;
import io.axptoken.service.limit.RateLimit;
import io.axptoken.service.limit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Holds requests to the rate limits and tells the caller when to come back. */
final class LimitGate {
  private static final String RATE_LIMIT = "RateLimit";
  private static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

  private final RateLimits limits;
  private final TrustedProxies proxies;
  private final LongAdder byAddress;
  private final LongAdder byUser;

  LimitGate(RateLimits limits, TrustedProxies proxies, Metrics metrics) {
    this.byAddress = metrics.limited("address");
    this.byUser = metrics.limited("user");
    this.limits = limits;
    this.proxies = proxies;
  }

  /** Counts the request for its address; answers 429 and says no if there were too many. */
  boolean admitAddress(Exchange exchange) {
    AddressKey key = AddressKey.of(exchange.clientAddress(proxies));
    boolean admitted =
        admit(exchange, "address", limits.perAddress().tryAcquire(key.host()))
            && (key.site() == null
                || admit(exchange, "network", limits.perNetwork().tryAcquire(key.site())));
    return counted(admitted, byAddress);
  }

  /**
   * Counts the request for its user; answers 429 and says no if there were too many. To sign out is
   * counted apart.
   */
  boolean admitUser(Exchange exchange, IdentifiedUser user) {
    RateLimiter limiter = exchange.isSignOut() ? limits.perSignOut() : limits.perUser();
    Decision decision = limiter.tryAcquire(UserKey.of(user.user().id()));
    return counted(admit(exchange, "user", decision), byUser);
  }

  private static boolean counted(boolean admitted, LongAdder refused) {
    if (!admitted) {
      refused.increment();
    }
    return admitted;
  }

  private static boolean admit(Exchange exchange, String name, Decision decision) {
    Decision.Limited obstacle = decision.obstacle();
    if (obstacle != null) {
      refuse(exchange, name, obstacle.limit(), obstacle.retryAfter());
    }
    return obstacle == null;
  }

  private static void refuse(Exchange exchange, String name, RateLimit limit, Duration retryAfter) {
    long window = Math.max(1, limit.period().toSeconds());
    long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    exchange.header(RATE_LIMIT_POLICY, "\"" + name + "\";q=" + limit.requests() + ";w=" + window);
    exchange.header(RATE_LIMIT, "\"" + name + "\";r=0;t=" + seconds);
    exchange.problem(
        Problem.of(
            ProblemKind.TOO_MANY_REQUESTS,
            "Too many token requests from this " + name + ". Try again later."),
        retryAfter);
  }
}
