package io.axptoken.service.config.schema;

import java.nio.file.Path;

/**
 * Where a value comes from.
 *
 * @param source which of the four layers
 * @param place in words, such as {@code conf/token-server.yaml}
 * @param line in the file, from 1 on; 0 elsewhere
 * @param folder what relative paths in the value are relative to
 */
public record ValueOrigin(Source source, String place, int line, Path folder) {
  /** The layers; later ones win. */
  public enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE
  }

  private static final Path HERE = Path.of("");

  public static final ValueOrigin DEFAULT = new ValueOrigin(Source.DEFAULT, "default", 0, HERE);
  public static final ValueOrigin COMMAND_LINE =
      new ValueOrigin(Source.COMMAND_LINE, "command line", 0, HERE);

  /** The beginning of a file. */
  public static ValueOrigin file(Path file) {
    Path parent = file.getParent();
    return new ValueOrigin(Source.FILE, file.toString(), 1, parent == null ? HERE : parent);
  }

  /** A line of the same file. */
  public ValueOrigin atLine(int other) {
    return new ValueOrigin(source, place, other, folder);
  }

  public static ValueOrigin environment(String variable) {
    return new ValueOrigin(Source.ENVIRONMENT, "environment variable " + variable, 0, HERE);
  }

  /** The place in words, such as {@code conf/token-server.yaml:7}. */
  public String where() {
    return source == Source.FILE ? place + ":" + line : place;
  }

  /**
   * Whether others can read the value off: from a file that gets copied, or from a process list.
   */
  public boolean isOpen() {
    return source == Source.FILE || source == Source.COMMAND_LINE;
  }
}
