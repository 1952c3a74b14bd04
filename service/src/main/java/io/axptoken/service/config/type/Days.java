package io.axptoken.service.config.type;

import java.time.Duration;

/** Durations in days, such as {@code 30d}. */
public final class Days {
  private Days() {}

  public static ValueType.One<Duration> between(int least, int most) {
    String syntax = "a number of days from " + least + "d to " + most + "d";
    return ValueType.of(syntax, text -> parse(text, least, most, "must be " + syntax));
  }

  private static Duration parse(String text, int least, int most, String rule) throws InvalidValue {
    if (!text.endsWith("d")) {
      throw InvalidValue.of(rule);
    }
    return Duration.ofDays(Types.whole(text.substring(0, text.length() - 1), least, most, rule));
  }
}
