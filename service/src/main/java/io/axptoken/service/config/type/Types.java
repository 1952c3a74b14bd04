package io.axptoken.service.config.type;

import io.axptoken.service.config.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** The types of plain values: texts, numbers, switches, secrets. */
public final class Types {
  private static final int LONGEST_TEXT = 2048;
  private static final int MOST_DIGITS = 9;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SIX_LETTERS = Pattern.compile("[a-zA-Z]{6}");

  /** Any printable text. */
  public static final ValueType.One<String> TEXT =
      ValueType.of("a text without control characters", Types::plain);

  /** A text that can stand in an HTTP header as it is. */
  public static final ValueType.One<String> HEADER_TEXT =
      ValueType.of("a text of printable ASCII characters", Types::headerSafe);

  public static final ValueType.One<Boolean> SWITCH = ValueType.of("true or false", Types::truth);

  public static final ValueType.One<Integer> PORT = number(0, 65_535);

  public static final ValueType.One<String> ACCOUNT_ID =
      ValueType.of(
          "six ASCII letters",
          text -> matching(SIX_LETTERS, text, "must be six ASCII letters, such as ABCDEF"));

  public static final ValueType.One<String> UUID =
      ValueType.of(
          "a UUID of 36 characters",
          text ->
              matching(
                  UUID_FORM,
                  text,
                  "must be a UUID of 36 characters, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301"));

  /** A secret sent as a form field. */
  public static final ValueType.One<Secret> SECRET =
      new ValueType.One<>("a secret text", true, (text, folder) -> Secret.of(plain(text)));

  /** A passphrase is taken to the letter: blanks at its ends may be part of it. */
  public static final ValueType.One<Secret> PASS_PHRASE =
      new ValueType.One<>(
          "a secret text", true, (text, folder) -> Secret.of(withoutControls(text)));

  private Types() {}

  /** Whether the values, or those in a list or a map of them, are texts of any kind. */
  public static boolean isFree(ValueType<?> type) {
    return switch (type) {
      case ValueType.One<?> one -> one.equals(TEXT) || one.equals(HEADER_TEXT);
      case ValueType.Many<?> many -> isFree(many.element());
      case Mapped<?> map -> isFree(map.element());
    };
  }

  public static ValueType.One<Integer> number(int least, int most) {
    String syntax = "a whole number from " + least + " to " + most;
    return ValueType.of(syntax, text -> whole(text, least, most, "must be " + syntax));
  }

  public static ValueType.One<Duration> minutes(int least, int most) {
    String syntax = "a whole number of minutes from " + least + " to " + most;
    return ValueType.of(
        syntax, text -> Duration.ofMinutes(whole(text, least, most, "must be " + syntax)));
  }

  public static ValueType.One<Duration> seconds(int least, int most) {
    String syntax = "a whole number of seconds from " + least + " to " + most;
    return ValueType.of(
        syntax, text -> Duration.ofSeconds(whole(text, least, most, "must be " + syntax)));
  }

  public static ValueType.One<Integer> percent(int least, int most) {
    String syntax = "a share from " + least + "% to " + most + "%";
    return ValueType.of(syntax, text -> percentage(text, least, most, "must be " + syntax));
  }

  private static int percentage(String text, int least, int most, String rule) throws InvalidValue {
    if (!text.endsWith("%")) {
      throw InvalidValue.of(rule, "write it with a percent sign, such as 50%");
    }
    return whole(text.substring(0, text.length() - 1), least, most, rule);
  }

  static int whole(String text, int least, int most, String rule) throws InvalidValue {
    if (isNumber(text)) {
      int number = Integer.parseInt(text);
      if (text.length() > 1 && text.startsWith("0")) {
        throw InvalidValue.of(rule, "write it without the 0 in front, which some take for octal");
      }
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw InvalidValue.of(rule);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_DIGITS;
  }

  private static boolean truth(String text) throws InvalidValue {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      case "yes", "on", "no", "off" ->
          throw InvalidValue.of(
              "must be true or false", "yes, no, on and off are plain texts in YAML 1.2");
      default -> throw InvalidValue.of("must be true or false");
    };
  }

  public static String plain(String text) throws InvalidValue {
    if (!text.equals(text.strip())) {
      throw InvalidValue.of("must not begin or end with white space", "remove it");
    }
    return withoutControls(text);
  }

  private static String withoutControls(String text) throws InvalidValue {
    if (text.length() > LONGEST_TEXT) {
      throw InvalidValue.withoutValue(
          "must not be longer than " + LONGEST_TEXT + " characters", "");
    }
    if (!isPrintableAscii(text) && text.codePoints().anyMatch(Types::isForbidden)) {
      throw InvalidValue.of(
          "must not contain control characters", "there may be a line break in it");
    }
    return text;
  }

  /** Most texts are, and hundreds of groups have thousands of them. */
  public static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isForbidden(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || codePoint == '\u2028'
        || codePoint == '\u2029';
  }

  private static String headerSafe(String text) throws InvalidValue {
    plain(text);
    if (!isPrintableAscii(text)) {
      throw InvalidValue.of("must hold ASCII characters only", "it travels in an HTTP header");
    }
    return text;
  }

  private static String matching(Pattern pattern, String text, String rule) throws InvalidValue {
    if (pattern.matcher(text).matches()) {
      return text;
    }
    throw InvalidValue.of(rule);
  }
}
