package io.axptoken.server.observe;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes each record in one go, so that lines of different threads never mix. */
final class LineHandler extends Handler {
  private final PrintStream out;
  private final Formatter line;

  LineHandler(PrintStream out, Formatter line) {
    this.out = out;
    this.line = line;
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      byte[] bytes = line.format(entry).getBytes(StandardCharsets.UTF_8);
      synchronized (out) {
        out.write(bytes, 0, bytes.length);
        out.flush();
      }
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {}
}
