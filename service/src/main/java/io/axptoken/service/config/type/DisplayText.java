package io.axptoken.service.config.type;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the operator as they are shown again: quoted, cut, and unable to steer a terminal. */
public final class DisplayText {
  private static final int LONGEST = 120;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,64}");

  private DisplayText() {}

  public static String quoted(String text) {
    return '"' + plain(text) + '"';
  }

  /** A key as far as it looks like one: behind a forgotten colon there may be a secret. */
  public static String key(String text) {
    Matcher name = NAME.matcher(text);
    boolean named = name.lookingAt();
    return named && name.end() == text.length()
        ? text
        : text.substring(0, named ? name.end() : 0) + "…";
  }

  public static String plain(String text) {
    if (text.length() <= LONGEST && Types.isPrintableAscii(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(codePoint -> append(shown, codePoint));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (isVisible(codePoint)) {
      shown.appendCodePoint(codePoint);
    } else {
      shown.append(String.format("\\u%04x", codePoint));
    }
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
