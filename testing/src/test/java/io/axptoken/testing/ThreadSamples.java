package io.axptoken.testing;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A class that leaves a thread behind; run by {@link LogGuardTest} alone. */
class ThreadSamples {
  /** Ends the threads when the real test is over. */
  static final CountDownLatch RELEASED = new CountDownLatch(1);

  @Test
  void leavesAThread() {
    Thread.ofPlatform().name("left-over").daemon(false).start(ThreadSamples::stay);
    Thread.ofPlatform().name("harmless").daemon(true).start(ThreadSamples::stay);
  }

  private static void stay() {
    try {
      RELEASED.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
