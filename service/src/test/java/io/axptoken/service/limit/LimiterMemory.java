package io.axptoken.service.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Measures the memory of a limiter that millions of keys come to, and the time a request takes
 * there; no test, but a program to be run by hand. Its figures stand in docs/security.md.
 */
final class LimiterMemory {
  private static final int REQUESTS = 5_000_000;
  private static final int[] SIZES = {25_000, 50_000, 100_000, 200_000, 1_000_000, REQUESTS};
  private static final int MIB = 1024 * 1024;

  private LimiterMemory() {}

  public static void main(String[] args) {
    measure("IPv4", i -> (i >>> 24) + "." + (i >>> 16 & 255) + "." + (i >>> 8 & 255) + "." + i);
    measure("IPv6 /64", i -> "20010db8%08x".formatted(i));
    measure("user", i -> "#%032x".formatted(i));
  }

  private static void measure(String kind, IntFunction<String> key) {
    RateLimit limit = new RateLimit(120, Duration.ofMinutes(1), 20);
    RateLimiter limiter = new RateLimiter(limit, TimeMeter.SYSTEM_NANOTIME, new LimitBuckets());
    long before = usedBytes();
    int done = 0;
    for (int size : SIZES) {
      long start = System.nanoTime();
      int from = done;
      for (; done < size; done++) {
        limiter.tryAcquire(key.apply(done));
      }
      long nanos = (System.nanoTime() - start) / Math.max(1, done - from);
      long bytes = usedBytes() - before;
      System.out.printf(
          "%-9s %,9d keys came: %,6.1f MiB, %4d bytes for each, %d ns%n",
          kind, size, (double) bytes / MIB, bytes / size, nanos);
    }
    limiter.tryAcquire("kept");
  }

  private static long usedBytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
