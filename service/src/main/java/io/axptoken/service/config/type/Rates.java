package io.axptoken.service.config.type;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates such as {@code 120/min}. */
public final class Rates {
  private static final int MOST = 1_000_000;
  private static final String SYNTAX = "a rate such as 120/min (also /s and /h)";
  private static final Pattern FORM = Pattern.compile("([0-9]{1,7})\\s*/\\s*([a-zA-Z]+)");

  public static final ValueType.One<Rate> TYPE = ValueType.of(SYNTAX, Rates::parse);

  private Rates() {}

  private static Rate parse(String text) throws InvalidValue {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    int requests = Types.whole(matcher.group(1), 1, MOST, "must allow 1 to " + MOST + " requests");
    return new Rate(requests, period(matcher.group(2)));
  }

  private static Duration period(String unit) throws InvalidValue {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "s", "sec", "second" -> Duration.ofSeconds(1);
      case "m", "min", "minute" -> Duration.ofMinutes(1);
      case "h", "hour" -> Duration.ofHours(1);
      default -> throw InvalidValue.of("must be " + SYNTAX, "the period is s, min or h");
    };
  }
}
