package io.axptoken.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The taps on the log and on both output streams of this JVM; everything still passes through. */
final class Capture {
  /** Held, because the log manager forgets loggers that nobody holds. */
  private static final Logger OURS = Logger.getLogger("io.axptoken");

  private static final Logger ROOT = Logger.getLogger("");

  private final CapturedLogs logs;
  private final Handler handler;

  Capture(CapturedLogs logs) {
    this.logs = logs;
    this.handler = new Tap(logs);
  }

  /** Sets the taps, again if a test took one away; does nothing where they are in place. */
  synchronized void install() {
    OURS.setLevel(Level.ALL);
    if (!Arrays.asList(ROOT.getHandlers()).contains(handler)) {
      ROOT.addHandler(handler);
    }
    if (!(System.out instanceof Tee)) {
      System.setOut(new Tee(System.out, logs));
    }
    if (!(System.err instanceof Tee)) {
      System.setErr(new Tee(System.err, logs));
    }
  }

  private static final class Tap extends Handler {
    private final CapturedLogs logs;

    Tap(CapturedLogs logs) {
      this.logs = logs;
      super.setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      logs.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Prints on to the original stream, and copies the bytes. */
  private static final class Tee extends PrintStream {
    Tee(PrintStream original, CapturedLogs logs) {
      super(new Copy(original, logs), true, StandardCharsets.UTF_8);
    }
  }

  private static final class Copy extends OutputStream {
    private final PrintStream original;
    private final CapturedLogs logs;

    Copy(PrintStream original, CapturedLogs logs) {
      this.original = original;
      this.logs = logs;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      logs.print(new String(bytes, offset, length, StandardCharsets.UTF_8));
      original.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      original.flush();
    }
  }
}
