package io.axptoken.service.observe.log;

import java.io.OutputStream;
import java.time.Duration;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes each record as a whole, so that lines of different threads never mix, on a thread of its
 * own, so that an output that nobody reads stops nobody.
 */
public final class LineHandler extends Handler {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LineWriter writer;
  private final LineQueue queue;
  private final Thread thread;

  public LineHandler(OutputStream out, Formatter line, LogLoss loss) {
    this.writer =
        new LineWriter(
            out, line, loss, bug -> reportError("unprintable", bug, ErrorManager.FORMAT_FAILURE));
    this.queue = new LineQueue(loss);
    this.thread = Thread.ofPlatform().name("log").daemon().start(this::writeOn);
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      queue.add(entry);
    }
  }

  /** Waits for what was published to be written, at most two seconds. */
  @Override
  public void flush() {
    drain();
  }

  /** Writes what there is and no more; what the output does not take in two seconds is lost. */
  @Override
  public void close() {
    finish();
    thread.interrupt();
  }

  /** Flushes, and counts as lost what the output has not taken then. */
  void finish() {
    if (!drain()) {
      queue.abandon();
    }
  }

  private boolean drain() {
    try {
      return queue.await(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void writeOn() {
    try {
      while (true) {
        LineQueue.Batch batch = queue.take();
        writer.write(batch.entries());
        queue.done(batch.entries().size());
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }
}
