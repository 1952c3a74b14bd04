package io.axptoken.server.config;

import java.util.stream.Stream;

/** Texts that hold several values, separated by commas. */
final class Commas {
  private Commas() {}

  static Stream<String> split(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
  }
}
