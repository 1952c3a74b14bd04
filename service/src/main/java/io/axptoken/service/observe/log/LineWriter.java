package io.axptoken.service.observe.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to an output that may refuse them, such as a file on a full disk. What it refuses is
 * counted, and the first line that it takes again says how much that was. For one thread.
 */
final class LineWriter {
  /** So much is written in one go; when that is refused, all lines in it count as lost. */
  private static final int PIECE = 8 * 1024;

  private static final byte[] LINE_BREAK = {'\n'};

  private final OutputStream out;
  private final Formatter line;
  private final LogLoss loss;
  private final Consumer<RuntimeException> unprintable;
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream(2 * PIECE);
  private final List<LogRecord> inPiece = new ArrayList<>();

  /** Whether half a line may stand at the end of the output. */
  private boolean torn;

  /**
   * A writer to that output.
   *
   * @param unprintable hears of entries that cannot be printed
   */
  LineWriter(
      OutputStream out, Formatter line, LogLoss loss, Consumer<RuntimeException> unprintable) {
    this.out = out;
    this.line = line;
    this.loss = loss;
    this.unprintable = unprintable;
  }

  /** Writes the entries, or counts them as lost. */
  void write(Queue<LogRecord> entries) {
    if (!tellOfLoss()) {
      entries.forEach(loss::lost);
      return;
    }
    for (LogRecord entry : entries) {
      append(entry);
      inPiece.add(entry);
      if (piece.size() >= PIECE) {
        writePiece();
      }
    }
    writePiece();
  }

  /** Says what was lost, if anything; false if the output does not even take that. */
  private boolean tellOfLoss() {
    LogLoss.@Nullable Account account = loss.account();
    if (account == null) {
      return true;
    }
    if (torn) {
      piece.writeBytes(LINE_BREAK);
    }
    LogRecord notice = new LogRecord(Level.WARNING, account.toString());
    notice.setLoggerName(LineHandler.class.getName());
    append(notice);
    boolean taken = writePiece();
    if (taken) {
      torn = false;
      loss.told(account);
    }
    return taken;
  }

  private void append(LogRecord entry) {
    try {
      piece.writeBytes(line.format(entry).getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException bug) {
      // What prints itself badly shall not cost us all further lines.
      unprintable.accept(bug);
    }
  }

  private boolean writePiece() {
    if (piece.size() == 0) {
      return true;
    }
    try {
      out.write(piece.toByteArray(), 0, piece.size());
      out.flush();
      return true;
    } catch (IOException _) {
      torn = true;
      inPiece.forEach(loss::lost);
      return false;
    } finally {
      piece.reset();
      inPiece.clear();
    }
  }
}
