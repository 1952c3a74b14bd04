package io.axptoken.server.config;

import java.util.regex.Pattern;

/** The {@code <Client Id>} kind of text that stands in example files until it is replaced. */
final class Placeholders {
  private static final Pattern WHOLE = Pattern.compile("\\s*<[^<>]*>\\s*");
  private static final Pattern WITHIN = Pattern.compile("<[A-Za-z][A-Za-z0-9 _-]*>");

  private Placeholders() {}

  /** A secret may hold any characters, so only one that is a placeholder as a whole counts. */
  static boolean isIn(String text, boolean secret) {
    return WHOLE.matcher(text).matches() || (!secret && WITHIN.matcher(text).find());
  }
}
