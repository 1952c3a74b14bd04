package io.axptoken.server.command.sample;

/**
 * A word of JavaScript.
 *
 * @param kind what it is
 * @param text its text; of a string or a template what it stands for, with references written as
 *     ours
 * @param place where it begins
 */
record Token(Kind kind, String text, Place place) {
  /** What a word can be. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
