package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;

import java.util.List;

/** Section {@code tokens}: reserved until tokens can be reused. */
final class TokensSection {
  private static final ValueType.One<Boolean> OFF =
      ValueType.of("false, as reuse is not available in this version", TokensSection::off);

  static final Section SECTION =
      new Section(
          "tokens",
          "Reserved for the reuse of tokens.",
          List.of(optional("tokens.reuse", OFF, "false", "Reserved; leave it false.")));

  private TokensSection() {}

  private static boolean off(String text) throws InvalidValue {
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    throw InvalidValue.of("must be " + OFF.syntax());
  }
}
