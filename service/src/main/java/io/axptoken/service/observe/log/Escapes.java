package io.axptoken.service.observe.log;

/**
 * Makes a text unable to forge a log line or to steer a terminal: control and formatting
 * characters, line and paragraph separators and half surrogate pairs come out escaped.
 */
final class Escapes {
  private Escapes() {}

  /** Appends as plain text. */
  static void text(StringBuilder out, String text) {
    append(out, text, false);
  }

  /** Appends as the inside of a JSON string. */
  static void json(StringBuilder out, String text) {
    append(out, text, true);
  }

  private static void append(StringBuilder out, String text, boolean json) {
    int plain = plainStart(text);
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (json && (codePoint == '"' || codePoint == '\\')) {
        out.append('\\').append((char) codePoint);
      } else if (isPlain(codePoint)) {
        out.appendCodePoint(codePoint);
      } else {
        escape(out, codePoint);
      }
    }
  }

  /** How many characters at the beginning are plain in any form; mostly all of them. */
  private static int plainStart(String text) {
    int end = 0;
    while (end < text.length() && isPlainAscii(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPlainAscii(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  private static boolean isPlain(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint >= ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void escape(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        for (char unit : Character.toChars(codePoint)) {
          out.append("\\u").append(String.format("%04x", (int) unit));
        }
      }
    }
  }
}
