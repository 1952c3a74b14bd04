package io.axptoken.service.config.type;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations from seconds to days, such as {@code 10s}, {@code 5m}, {@code 72h} and {@code 270d}.
 */
public final class Spans {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhd])");

  private Spans() {}

  /** Those from the one to the other, both included. */
  public static ValueType.One<Duration> between(String least, String most) {
    String syntax = "a time from " + least + " to " + most + ", such as 10s, 5m, 72h or 3d";
    Duration shortest = known(least);
    Duration longest = known(most);
    return ValueType.of(syntax, text -> parse(text, shortest, longest, "must be " + syntax));
  }

  private static Duration parse(String text, Duration least, Duration most, String rule)
      throws InvalidValue {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw InvalidValue.of(rule);
    }
    Duration span = of(matcher);
    if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
      throw InvalidValue.of(rule);
    }
    return span;
  }

  private static Duration known(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return of(matcher);
  }

  private static Duration of(Matcher matcher) {
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
