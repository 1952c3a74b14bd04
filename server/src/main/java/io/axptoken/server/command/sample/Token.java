package io.axptoken.server.command.sample;

/**
 * A word of JavaScript.
 *
 * @param kind what it is
 * @param text its text; of a string what it stands for, written so that it is no reference of ours
 * @param place where it begins
 */
record Token(Kind kind, String text, Place place) {
  /** What a word can be. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    REGEX,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isBehind(Token other) {
    return place.line() > other.place.line()
        || (place.line() == other.place.line() && place.column() > other.place.column());
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
