package io.axptoken.server.observe;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes each record as a whole, so that lines of different threads never mix, on a thread of its
 * own, so that an output that nobody reads stops nobody.
 */
final class LineHandler extends Handler {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PrintStream out;
  private final Formatter line;
  private final LineQueue queue = new LineQueue();
  private final Thread writer;

  LineHandler(PrintStream out, Formatter line) {
    this.out = out;
    this.line = line;
    this.writer = Thread.ofPlatform().name("log").daemon().start(this::writeOn);
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
    try {
      queue.await(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what there is and no more. */
  @Override
  public void close() {
    flush();
    writer.interrupt();
  }

  private void writeOn() {
    try {
      while (true) {
        write(queue.take());
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void write(LineQueue.Batch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (batch.dropped() > 0) {
      append(bytes, notice(batch.dropped()));
    }
    batch.entries().forEach(entry -> append(bytes, entry));
    out.write(bytes.toByteArray(), 0, bytes.size());
    out.flush();
    queue.done(batch.entries().size());
  }

  private void append(ByteArrayOutputStream bytes, LogRecord entry) {
    try {
      bytes.writeBytes(line.format(entry).getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException bug) {
      // What prints itself badly shall not cost us all further lines.
      reportError("unprintable", bug, ErrorManager.FORMAT_FAILURE);
    }
  }

  private static LogRecord notice(int dropped) {
    LogRecord notice =
        new LogRecord(
            Level.WARNING, dropped + " log lines were dropped: the output does not take them.");
    notice.setLoggerName(LineHandler.class.getName());
    return notice;
  }
}
