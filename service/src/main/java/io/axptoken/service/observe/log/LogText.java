package io.axptoken.service.observe.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** The parts of a log line that both formats share. */
public final class LogText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static volatile Stamp last = new Stamp(Long.MIN_VALUE, "");

  private LogText() {}

  /** To the millisecond, of which a busy server writes many lines. */
  public static String time(Instant instant) {
    long millis = instant.toEpochMilli();
    Stamp known = last;
    if (known.millis != millis) {
      known = new Stamp(millis, TIME.format(instant));
      last = known;
    }
    return known.text;
  }

  private record Stamp(long millis, String text) {}

  public static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARN";
    }
    if (value >= Level.INFO.intValue()) {
      return "INFO";
    }
    return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
  }

  /**
   * The message with {@code {0}}, {@code {1}} … filled in as they print: ports stay 3000 and do not
   * become 3,000 or 3.000, and an apostrophe is an apostrophe.
   */
  public static String message(LogRecord entry) {
    String message = entry.getMessage();
    @Nullable Object @Nullable [] parameters = entry.getParameters();
    if (message == null || parameters == null || message.indexOf('{') < 0) {
      return String.valueOf(message);
    }
    if (message.equals("{0}") && parameters.length > 0) {
      return String.valueOf(parameters[0]);
    }
    StringBuilder filled = new StringBuilder(message.length() + 32);
    int at = 0;
    for (int open = message.indexOf('{'); open >= 0; open = message.indexOf('{', at)) {
      filled.append(message, at, open);
      int index = index(message, open, parameters.length);
      filled.append(index < 0 ? "{" : String.valueOf(parameters[index]));
      at = index < 0 ? open + 1 : open + 3;
    }
    return filled.append(message, at, message.length()).toString();
  }

  /** The first parameter, or {@code null} if there is none. */
  static @Nullable Object parameter(LogRecord entry) {
    @Nullable Object @Nullable [] parameters = entry.getParameters();
    return parameters == null || parameters.length == 0 ? null : parameters[0];
  }

  /** The number in {@code {n}} at this place, or -1 if there is none that has a parameter. */
  private static int index(String message, int open, int count) {
    if (open + 2 >= message.length() || message.charAt(open + 2) != '}') {
      return -1;
    }
    int index = message.charAt(open + 1) - '0';
    return index >= 0 && index < Math.min(count, 10) ? index : -1;
  }
}
