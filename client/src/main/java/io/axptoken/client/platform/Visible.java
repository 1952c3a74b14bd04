package io.axptoken.client.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Rules for foreign text that goes into a header or a log line. */
final class Visible {
  private Visible() {}

  /**
   * Whether the text is not empty and all visible ASCII, without blanks, quotes and backslashes.
   */
  static boolean isVisible(String text) {
    // A loop over bytes takes a third of the time of one over characters, and tokens are long.
    for (byte b : text.getBytes(UTF_8)) {
      if (b <= ' ' || b > '~' || b == '"' || b == '\\') { // Of what is not ASCII, each is negative.
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
