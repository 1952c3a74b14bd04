package io.axptoken.service.config.load;

import org.jspecify.annotations.Nullable;

/** What to do about a file that is not YAML, said without quoting the file. */
final class YamlAdvice {
  private YamlAdvice() {}

  /** Advice on one of the parser's messages. */
  static String on(@Nullable String problem) {
    String text = problem == null ? "" : problem;
    if (text.contains("TAB")) {
      return "indent with blanks, not with tabs";
    }
    if (text.contains("mapping values are not allowed")) {
      return "write a blank after the colon of a key, and quotes around a value with a colon";
    }
    if (text.contains("undefined alias") || text.contains("alias")) {
      return "put quotes around a value that begins with * or &";
    }
    if (text.contains("cannot start any token") || text.contains("directive")) {
      return "put quotes around a value that begins with @, `, % or another special character";
    }
    if (text.contains("tag")) {
      return "put quotes around a value that begins with !";
    }
    if (text.contains("could not find expected ':'")) {
      return "write a colon and a blank between a key and its value";
    }
    return "check quotes, colons and indentation";
  }
}
