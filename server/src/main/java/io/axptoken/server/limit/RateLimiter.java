package io.axptoken.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket for each key, such as an address or a user. Memory is bounded: keys that are
 * seldom seen are forgotten first, and forgetting one gives it a full bucket again. Safe for use by
 * many threads. It waits for no refill and for no I/O; a key that is new or forgotten is locked for
 * the moment in which its bucket is made.
 */
public final class RateLimiter {
  private static final int MAX_KEYS = 50_000;

  private final RateLimit limit;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  /** A limiter that measures time by this meter. */
  public RateLimiter(RateLimit limit, TimeMeter time) {
    this.limit = limit;
    this.time = time;
    this.buckets = Caffeine.newBuilder().maximumSize(MAX_KEYS).executor(Runnable::run).build();
  }

  /** Takes one request out of the key's bucket, if there is one left. */
  public Decision tryAcquire(String key) {
    Bucket bucket = buckets.get(key, _ -> newBucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Decision.Allowed.ALLOWED
        : new Decision.Limited(limit, Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            refill -> refill.capacity(limit.burst()).refillGreedy(limit.requests(), limit.period()))
        .withCustomTimePrecision(time)
        .build();
  }
}
