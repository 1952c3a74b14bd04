package io.axptoken.server.identity.jwt;

/** How tokens of a kind are written. */
@FunctionalInterface
interface TokenForm {
  /** As the RFC has it. */
  TokenForm RFC = text -> CompactToken.parse(text, false);

  /** Takes a token apart. */
  CompactToken read(String text) throws BadToken;
}
