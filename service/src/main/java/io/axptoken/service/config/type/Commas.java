package io.axptoken.service.config.type;

import java.util.stream.Stream;

/** Texts that hold several values, separated by commas. */
public final class Commas {
  private Commas() {}

  public static Stream<String> split(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
  }
}
