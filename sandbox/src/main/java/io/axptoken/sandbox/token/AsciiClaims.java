package io.axptoken.sandbox.token;

import io.vertx.core.json.JsonObject;

/**
 * JSON whose base64url text has neither {@code -} nor {@code _}.
 *
 * <p>Published clients decode a token's payload with the browser's {@code atob}, which knows only
 * the standard alphabet. In ASCII text those two characters can come only from {@code >}, {@code
 * ?}, {@code ~} and DEL; in JSON all of these, and everything beyond ASCII, stand only inside
 * strings and so may be written as an escape.
 */
final class AsciiClaims {
  private AsciiClaims() {}

  static String encode(JsonObject claims) {
    String json = claims.encode();
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= '~' || c == '>' || c == '?') {
        ascii.append(String.format("\\u%04x", (int) c));
      } else {
        ascii.append(c);
      }
    }
    return ascii.toString();
  }
}
