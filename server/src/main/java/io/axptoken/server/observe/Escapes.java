package io.axptoken.server.observe;

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
    for (int i = 0; i < text.length(); ) {
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
