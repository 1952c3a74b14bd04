package io.axptoken.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * What the running test has logged and printed so far. A test gets it as a parameter, or from
 * {@link LogGuard#captured()}. Safe for use by many threads.
 */
public final class CapturedLogs {
  private static final SimpleFormatter MESSAGES = new SimpleFormatter();

  private final List<LogRecord> records = new ArrayList<>();
  private final StringBuilder logged = new StringBuilder();
  private final StringBuilder printed = new StringBuilder();

  CapturedLogs() {}

  /** The log records, of any level and logger that was switched on. */
  public synchronized List<LogRecord> records() {
    return List.copyOf(records);
  }

  /** The messages, parameters filled in, of the records of at least this level. */
  public List<String> messages(Level level) {
    return records().stream()
        .filter(entry -> entry.getLevel().intValue() >= level.intValue())
        .map(MESSAGES::formatMessage)
        .toList();
  }

  /** What went to System.out and System.err; console log handlers print there too. */
  public synchronized String printed() {
    return printed.toString();
  }

  /** All of it: the log records with their stack traces, then what was printed. */
  public synchronized String text() {
    return logged.toString() + printed;
  }

  /** Waits until the log has a message that fits, at most ten seconds; says whether it came. */
  public synchronized boolean awaitMessage(Predicate<String> fits) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    int seen = 0;
    while (true) {
      for (; seen < records.size(); seen++) {
        if (fits.test(MESSAGES.formatMessage(records.get(seen)))) {
          return true;
        }
      }
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
  }

  synchronized void add(LogRecord entry) {
    records.add(entry);
    logged.append(entry.getLevel()).append(' ').append(entry.getLoggerName()).append(' ');
    logged.append(MESSAGES.formatMessage(entry)).append('\n');
    if (entry.getThrown() != null) {
      var trace = new StringWriter();
      entry.getThrown().printStackTrace(new PrintWriter(trace));
      logged.append(trace);
    }
    notifyAll();
  }

  synchronized void print(String text) {
    printed.append(text);
  }

  /** Gives what came since the last time and forgets it. */
  synchronized String drain() {
    String text = text();
    records.clear();
    logged.setLength(0);
    printed.setLength(0);
    return text;
  }
}
