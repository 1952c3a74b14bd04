package io.axptoken.service.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One of the limits that a request passes. */
@State(Scope.Thread)
public class RateLimiterBenchmark {
  private static final int USERS = 8_192;

  private final String[] users =
      IntStream.range(0, USERS).mapToObj(i -> "user-" + i).toArray(String[]::new);
  private final RateLimiter generous = limiter(1_000_000_000);
  private final RateLimiter strict = limiter(1);
  private int next;

  /** A request of one of many users, who may make it. */
  @Benchmark
  public Decision allowed() {
    return generous.tryAcquire(nextUser());
  }

  /** A request of one of many users, who made too many. */
  @Benchmark
  public Decision limited() {
    return strict.tryAcquire(nextUser());
  }

  private String nextUser() {
    next = (next + 1) % USERS;
    return users[next];
  }

  private static RateLimiter limiter(int perHour) {
    RateLimit limit = new RateLimit(perHour, Duration.ofHours(1), perHour);
    return new RateLimiter(limit, TimeMeter.SYSTEM_NANOTIME, new LimitBuckets());
  }
}
