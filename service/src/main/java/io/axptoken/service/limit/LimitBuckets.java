package io.axptoken.service.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The room for the buckets of all limiters of a server, however many groups it has. Memory is
 * bounded: keys that are seldom seen are forgotten first, and forgetting one gives it a full bucket
 * again. Safe for use by many threads.
 */
public final class LimitBuckets {
  private static final int MAX_KEYS = 100_000;

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).executor(Runnable::run).build();

  Bucket get(RateLimiter limiter, String key, Supplier<Bucket> missing) {
    return buckets.get(new Key(limiter, key), _ -> missing.get());
  }

  /**
   * A limiter is equal to itself alone. By hand, as this is asked twice for each token, the first
   * one included.
   */
  private record Key(RateLimiter limiter, String key) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && limiter == that.limiter && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(limiter) + key.hashCode();
    }
  }
}
