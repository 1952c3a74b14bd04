package io.axptoken.service.config.type;

import java.time.Duration;

/** Durations in seconds, such as {@code 10s}. */
public final class Seconds {
  private Seconds() {}

  public static ValueType.One<Duration> between(int least, int most) {
    String syntax = "a number of seconds from " + least + "s to " + most + "s";
    return ValueType.of(syntax, text -> parse(text, least, most, "must be " + syntax));
  }

  private static Duration parse(String text, int least, int most, String rule) throws InvalidValue {
    String number = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    return Duration.ofSeconds(Types.whole(number, least, most, rule));
  }
}
