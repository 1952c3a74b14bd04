package io.axptoken.service.config.load;

import java.util.regex.Pattern;

/** Single values as YAML, in quotes where they need them, for this configuration to read again. */
public final class YamlScalar {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/]([A-Za-z0-9/._:@+-]*[^:])?");
  private static final Pattern NOTHING = Pattern.compile("(?i:null)");

  private YamlScalar() {}

  /** A text that means itself, whatever is in it. */
  static String literal(String text) {
    return withReferences(text.replace("${", "$${"));
  }

  /** A text in which references are references. */
  public static String withReferences(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !NOTHING.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  /** A text as it stands, in quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
          } else if (isVisible(c)) {
            quoted.appendCodePoint(c);
          } else {
            quoted.append(String.format("\\u%04x", c));
          }
        });
    return quoted.append('"').toString();
  }

  private static boolean isVisible(int c) {
    boolean control = c < ' ' || (c > '~' && c < 0xA0);
    boolean loneHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !loneHalf && c != 0x2028 && c != 0x2029 && c != 0xFEFF;
  }
}
