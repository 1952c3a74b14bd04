package io.axptoken.service.observe.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What is to be written and is not yet, so that nobody who logs waits for the output. It is
 * bounded: when the output is too slow, what is less than a warning is lost first, and counted. The
 * audit counts as a warning here. Safe for use by many threads.
 */
public final class LineQueue {
  public static final int CAPACITY = 8_192;

  /** The rest is kept for warnings and the audit. */
  public static final int FOR_ALL = CAPACITY * 3 / 4;

  /** Lines that come so close together are written in one go; nobody reads faster. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  /** While lines are lost, the output is tried so often even if there is nothing else to write. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final LogLoss loss;
  private Queue<LogRecord> waiting = new ArrayDeque<>();
  private boolean urgent;
  private long added;
  private long written;

  LineQueue(LogLoss loss) {
    this.loss = loss;
  }

  /** What is written in one go. */
  record Batch(Queue<LogRecord> entries) {}

  /** Adds an entry, or counts it as lost. */
  synchronized void add(LogRecord entry) {
    boolean warns = entry.getLevel().intValue() >= Level.WARNING.intValue();
    boolean important = warns || LogNames.AUDIT.equals(entry.getLoggerName());
    if (waiting.size() >= (important ? CAPACITY : FOR_ALL)) {
      loss.lost(entry);
      return;
    }
    waiting.add(entry);
    added++;
    urgent |= warns;
    if (waiting.size() == 1 || warns) {
      notifyAll();
    }
  }

  /**
   * Waits for something to write, and a moment for more of it. While lines are lost, it may be
   * nothing but the time to try again.
   */
  synchronized Batch take() throws InterruptedException {
    while (waiting.isEmpty()) {
      if (loss.account() == null) {
        wait();
      } else {
        wait(RETRY.toMillis());
        if (waiting.isEmpty()) {
          return new Batch(new ArrayDeque<>());
        }
      }
    }
    long end = System.nanoTime() + GATHERING.toNanos();
    for (long left = GATHERING.toMillis(); left > 0 && !urgent; left = millisUntil(end)) {
      wait(left);
    }
    Batch batch = new Batch(waiting);
    waiting = new ArrayDeque<>();
    urgent = false;
    return batch;
  }

  /** Says that so many are written. */
  synchronized void done(int count) {
    written += count;
    notifyAll();
  }

  /** Counts as lost what waits; for an end that cannot wait for the output. */
  synchronized void abandon() {
    waiting.forEach(loss::lost);
    written += waiting.size();
    waiting = new ArrayDeque<>();
    notifyAll();
  }

  /**
   * Waits until all that was added before is written or lost, or the time is over.
   *
   * @return whether it is
   */
  synchronized boolean await(Duration patience) throws InterruptedException {
    long last = added;
    long end = System.nanoTime() + patience.toNanos();
    while (written < last) {
      urgent = true;
      notifyAll();
      long millis = millisUntil(end);
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }

  private static long millisUntil(long nanoTime) {
    return Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
  }
}
