package io.axptoken.service.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketListener;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.ThreadUnsafeBucket;
import java.time.Duration;

/**
 * A token bucket for each key, such as an address or a user. Safe for use by many threads. It waits
 * for no refill and for no I/O; a key is locked for the moment in which its bucket is made or
 * looked into.
 */
public final class RateLimiter {
  private final RateLimit limit;
  private final TimeMeter time;
  private final LimitBuckets buckets;
  private final BucketConfiguration configuration;

  /** A limiter that measures time by this meter, and shares the room for buckets with others. */
  public RateLimiter(RateLimit limit, TimeMeter time, LimitBuckets buckets) {
    this.limit = limit;
    this.time = time;
    this.buckets = buckets;
    this.configuration =
        BucketConfiguration.builder()
            .addLimit(refill ->
                refill.capacity(limit.burst()).refillGreedy(limit.requests(), limit.period()))
            .build();
  }

  /** Takes one request out of the key's bucket, if there is one left. */
  public Decision tryAcquire(String key) {
    Bucket bucket = buckets.get(this, key, this::newBucket);
    // A bucket that needs no lock would leave a new state behind at each request.
    synchronized (bucket) {
      return bucket.tryConsume(1) ? Decision.Allowed.ALLOWED : limited(bucket);
    }
  }

  private Decision limited(Bucket bucket) {
    long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return new Decision.Limited(limit, Duration.ofNanos(nanos));
  }

  /** All buckets share one configuration, which takes more memory than what a bucket holds. */
  private Bucket newBucket() {
    return new ThreadUnsafeBucket(
        configuration, MathType.INTEGER_64_BITS, time, BucketListener.NOPE);
  }
}
