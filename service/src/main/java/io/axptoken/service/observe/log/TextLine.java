package io.axptoken.service.observe.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A line for people: time, level, who says it, message. A stack trace follows on lines of its own
 * that begin with {@code " | "}, which no message can bring about.
 */
public final class TextLine extends Formatter {
  @Override
  public String format(LogRecord entry) {
    StringBuilder line = new StringBuilder(128);
    line.append(LogText.time(entry.getInstant())).append(' ');
    String level = LogText.level(entry.getLevel());
    line.append(level).repeat(' ', 6 - level.length());
    Escapes.text(line, shortName(entry));
    line.append(": ");
    Escapes.text(line, LogText.message(entry));
    line.append('\n');
    for (String traced : StackTraces.lines(entry.getThrown())) {
      line.append("    | ");
      Escapes.text(line, traced);
      line.append('\n');
    }
    return line.toString();
  }

  private static String shortName(LogRecord entry) {
    String name = String.valueOf(entry.getLoggerName());
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
