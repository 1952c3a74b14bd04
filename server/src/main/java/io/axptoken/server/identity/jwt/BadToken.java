package io.axptoken.server.identity.jwt;

/** A token that proves nothing; the message tells the caller why, in ASCII and without quotes. */
final class BadToken extends Exception {
  private static final long serialVersionUID = 1L;

  BadToken(String detail) {
    super(detail, null, false, false);
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
