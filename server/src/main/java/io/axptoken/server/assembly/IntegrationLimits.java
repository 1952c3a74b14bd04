package io.axptoken.server.assembly;

import io.axptoken.server.edge.RateLimits;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import io.axptoken.service.limit.LimitBuckets;
import io.axptoken.service.limit.RateLimit;
import io.github.bucket4j.TimeMeter;
import java.util.HashMap;
import java.util.Map;

/**
 * The rate limits of all integrations. The next generation goes on counting where an integration
 * has the same limits as before.
 */
final class IntegrationLimits {
  private final LimitBuckets buckets;
  private final Map<String, Counted> before;
  private final Map<String, Counted> now = new HashMap<>();

  private record Counted(LimitSettings settings, RateLimits limits) {}

  IntegrationLimits() {
    this(new LimitBuckets(), Map.of());
  }

  private IntegrationLimits(LimitBuckets buckets, Map<String, Counted> before) {
    this.buckets = buckets;
    this.before = before;
  }

  IntegrationLimits next() {
    return new IntegrationLimits(buckets, Map.copyOf(now));
  }

  RateLimits of(IntegrationSettings integration) {
    Counted known = before.get(integration.name());
    Counted counted =
        known != null && known.settings().equals(integration.limits())
            ? known
            : new Counted(integration.limits(), rateLimits(integration.limits()));
    now.put(integration.name(), counted);
    return counted.limits();
  }

  private RateLimits rateLimits(LimitSettings limits) {
    return RateLimits.of(
        rateLimit(limits.perAddress(), limits.burst()),
        rateLimit(limits.perUser(), limits.burst()),
        TimeMeter.SYSTEM_NANOTIME,
        buckets);
  }

  private static RateLimit rateLimit(Rate rate, int burst) {
    return new RateLimit(rate.requests(), rate.period(), burst);
  }
}
