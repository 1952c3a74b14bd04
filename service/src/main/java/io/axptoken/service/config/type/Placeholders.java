package io.axptoken.service.config.type;

import java.util.regex.Pattern;

/**
 * The {@code <Client Id>}, {@code YOUR_CLIENT_ID} or {@code CHANGEME} kind of text that stands in
 * example files until it is replaced.
 */
final class Placeholders {
  private static final Pattern WHOLE =
      Pattern.compile("\\s*(<[^<>]*>|(?i:your[_-][a-z][a-z0-9_-]*|change[_-]?me|to[_-]?do))\\s*");
  private static final Pattern WITHIN = Pattern.compile("<[A-Za-z][A-Za-z0-9 _-]*>");

  private Placeholders() {}

  /** A secret may hold any characters, so only one that is a placeholder as a whole counts. */
  static boolean isIn(String text, boolean secret) {
    return mayBe(text) && isOne(text, secret);
  }

  /** Most texts are none, and hundreds of groups have thousands of them. */
  private static boolean mayBe(String text) {
    return text.indexOf('<') >= 0
        || (!text.isBlank() && "yct".indexOf(Character.toLowerCase(text.strip().charAt(0))) >= 0);
  }

  private static boolean isOne(String text, boolean secret) {
    return WHOLE.matcher(text).matches() || (!secret && WITHIN.matcher(text).find());
  }
}
