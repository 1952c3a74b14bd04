package io.axptoken.bench.soak;

import java.time.Duration;

/** When it is calm: a while at the beginning and a while at the end, to be compared. */
final class Schedule {
  private final long end;
  private final long calm;

  private Schedule(long end, long calm) {
    this.end = end;
    this.calm = calm;
  }

  /** From now on; a tenth of the time is calm at either end. */
  static Schedule of(Duration length) {
    return new Schedule(System.nanoTime() + length.toNanos(), length.toNanos() / 10);
  }

  void calm() throws InterruptedException {
    Thread.sleep(Duration.ofNanos(calm));
  }

  /** By {@link System#nanoTime}. */
  long endOfTrouble() {
    return end - calm;
  }

  void awaitEnd() throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }
}
