package io.axptoken.client.platform;

import org.jspecify.annotations.Nullable;

/** Rules for foreign text that goes into a header or a log line. */
final class Visible {
  private Visible() {}

  /**
   * Whether the text is not empty and all visible ASCII, without blanks, quotes and backslashes.
   */
  static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * The text if it is {@linkplain #isVisible visible} and no longer than that, else {@code null}.
   */
  static @Nullable String token(@Nullable String text, int maxLength) {
    return text != null && text.length() <= maxLength && isVisible(text) ? text : null;
  }
}
