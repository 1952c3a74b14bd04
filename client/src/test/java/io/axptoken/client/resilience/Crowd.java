package io.axptoken.client.resilience;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many threads that do the same at the same time. */
final class Crowd {
  static final int THREADS = 8;

  private Crowd() {}

  /** Ends when every thread has done it that often. */
  static void run(int times, Runnable deed) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(() -> repeat(start, times, deed));
      }
      start.countDown();
      threads.shutdown();
      if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new AssertionError("Some threads never ended");
      }
    }
  }

  private static void repeat(CountDownLatch start, int times, Runnable deed) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < times; i++) {
      deed.run();
    }
  }
}
