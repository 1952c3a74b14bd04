package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A value with its references resolved, ready to be parsed.
 *
 * @param list whether it was written as a list
 * @param parts the entries of the list, or the one value
 * @param folder what relative paths are relative to
 */
record Input(boolean list, List<Part> parts, Path folder) {
  /**
   * One entry.
   *
   * @param text with references resolved
   * @param written as in the file; shown instead of the text, which may be a secret's
   */
  record Part(String text, String written) {
    boolean isReferred() {
      return !text.equals(written);
    }

    /** Says nothing of the text: it may be a secret's, and so may what was written. */
    @Override
    public String toString() {
      return "Part[REDACTED]";
    }
  }

  static Input of(String text) {
    return new Input(false, List.of(new Part(text, text)), Path.of(""));
  }

  Input single(Part part) {
    return new Input(false, List.of(part), folder);
  }

  /** How the whole value was written. */
  String written() {
    return String.join(", ", parts.stream().map(Part::written).toList());
  }

  /** The whole value, resolved. */
  String resolved() {
    return String.join(", ", parts.stream().map(Part::text).toList());
  }

  boolean isEmpty() {
    return !list && parts.getFirst().text().isEmpty();
  }
}
