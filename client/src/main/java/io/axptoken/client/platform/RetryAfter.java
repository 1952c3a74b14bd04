package io.axptoken.client.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds or an HTTP date. What is neither, such as a
 * negative number, is not said.
 */
final class RetryAfter {
  /** A longer wait is not believed. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final int MOST_DIGITS = 9;

  /** Zeros apart, the whole seconds, and a fraction if it is more than nothing. */
  private static final Pattern SECONDS =
      Pattern.compile("0*([0-9]{1,100})(?:\\.0*([1-9][0-9]{0,100})?0*)?");

  private RetryAfter() {}

  /** How long to wait, from nothing to {@link #LONGEST}; {@code null} if it is not said. */
  static @Nullable Duration of(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    Matcher seconds = SECONDS.matcher(text);
    Duration wait = seconds.matches() ? seconds(seconds) : untilDate(text, now);
    return wait == null ? null : clamp(wait);
  }

  /**
   * Fractions are not in the standard and come all the same; who comes too early is refused again.
   */
  private static Duration seconds(Matcher text) {
    String whole = text.group(1);
    if (whole.length() > MOST_DIGITS) {
      return LONGEST;
    }
    return Duration.ofSeconds(Long.parseLong(whole) + (text.group(2) == null ? 0 : 1));
  }

  private static @Nullable Duration untilDate(String text, Instant now) {
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Duration.between(now, date);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Duration clamp(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
