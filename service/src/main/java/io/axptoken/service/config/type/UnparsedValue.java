package io.axptoken.service.config.type;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value, first as it was written, then with its references resolved and ready to be parsed.
 *
 * @param list whether it was written as a list or a map
 * @param parts the entries of the list or map, or the one value
 * @param folder what relative paths are relative to
 */
public record UnparsedValue(boolean list, List<Part> parts, Path folder) {
  /**
   * One entry.
   *
   * @param name its name in a map; {@code null} elsewhere
   * @param text with references resolved
   * @param written as in the file; shown instead of the text, which may be a secret's
   */
  public record Part(@Nullable String name, String text, String written) {
    public static Part of(String written) {
      return new Part(null, written, written);
    }

    public static Part named(String name, String written) {
      return new Part(name, written, written);
    }

    public Part resolved(String resolved) {
      return new Part(name, resolved, written);
    }

    public boolean isReferred() {
      return !text.equals(written);
    }

    /** Says nothing of the text: it may be a secret's, and so may what was written. */
    @Override
    public String toString() {
      return "Part[REDACTED]";
    }
  }

  public static UnparsedValue of(String text, Path folder) {
    return new UnparsedValue(false, List.of(Part.of(text)), folder);
  }

  UnparsedValue single(Part part) {
    return new UnparsedValue(false, List.of(part), folder);
  }

  /** How the whole value was written. */
  public String written() {
    return parts.stream().map(Part::written).collect(Collectors.joining(", "));
  }

  /** Whether both are single texts, and equal ones that mean the same paths. */
  public boolean isSameText(UnparsedValue other) {
    return !list
        && !other.list
        && parts.getFirst().text().equals(other.parts.getFirst().text())
        && folder.equals(other.folder);
  }

  public boolean isEmpty() {
    return !list && parts.getFirst().text().isEmpty();
  }
}
