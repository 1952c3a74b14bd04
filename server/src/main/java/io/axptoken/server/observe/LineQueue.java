package io.axptoken.server.observe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What is to be written and is not yet, so that nobody who logs waits for the output. It is
 * bounded: when the output is too slow, what is less than a warning is dropped first, and counted.
 * The audit counts as a warning here. Safe for use by many threads.
 */
final class LineQueue {
  static final int CAPACITY = 8_192;

  /** The rest is kept for warnings and the audit. */
  static final int FOR_ALL = CAPACITY * 3 / 4;

  /** Lines that come so close together are written in one go; nobody reads faster. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private Queue<LogRecord> waiting = new ArrayDeque<>();
  private int dropped;
  private boolean urgent;
  private long added;
  private long written;

  /** What is written in one go. */
  record Batch(Queue<LogRecord> entries, int dropped) {}

  /** Adds an entry, or counts it as dropped. */
  synchronized void add(LogRecord entry) {
    boolean warns = entry.getLevel().intValue() >= Level.WARNING.intValue();
    boolean important = warns || Audit.LOGGER.equals(entry.getLoggerName());
    if (waiting.size() >= (important ? CAPACITY : FOR_ALL)) {
      dropped++;
      return;
    }
    waiting.add(entry);
    added++;
    urgent |= warns;
    if (waiting.size() == 1 || warns) {
      notifyAll();
    }
  }

  /** Waits for something to write, and a moment for more of it. */
  synchronized Batch take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    long end = System.nanoTime() + GATHERING.toNanos();
    for (long left = GATHERING.toMillis(); left > 0 && !urgent; left = millisUntil(end)) {
      wait(left);
    }
    Batch batch = new Batch(waiting, dropped);
    waiting = new ArrayDeque<>();
    dropped = 0;
    urgent = false;
    return batch;
  }

  /** Says that so many are written. */
  synchronized void done(int count) {
    written += count;
    notifyAll();
  }

  /** Waits until all that was added before is written, or the time is over. */
  synchronized void await(Duration patience) throws InterruptedException {
    long last = added;
    long end = System.nanoTime() + patience.toNanos();
    while (written < last) {
      urgent = true;
      notifyAll();
      long millis = millisUntil(end);
      if (millis <= 0) {
        return;
      }
      wait(millis);
    }
  }

  private static long millisUntil(long nanoTime) {
    return Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
  }
}
