package io.axptoken.server.identity.jwt.keys;

import java.util.HexFormat;

/** Texts of others in messages for the operator: in quotes, cut, and of printable ASCII alone. */
final class Foreign {
  private static final int LONGEST = 200;

  private Foreign() {}

  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        shown.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(text.length() > LONGEST ? "…\"" : "\"").toString();
  }
}
