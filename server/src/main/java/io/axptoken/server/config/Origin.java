package io.axptoken.server.config;

import java.nio.file.Path;

/**
 * Where a value comes from.
 *
 * @param source which of the four layers
 * @param place in words, such as {@code conf/token-server.yaml}
 * @param line in the file, from 1 on; 0 elsewhere
 * @param folder what relative paths in the value are relative to
 */
record Origin(Source source, String place, int line, Path folder) {
  /** The layers; later ones win. */
  enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE
  }

  private static final Path HERE = Path.of("");

  static final Origin DEFAULT = new Origin(Source.DEFAULT, "default", 0, HERE);
  static final Origin COMMAND_LINE = new Origin(Source.COMMAND_LINE, "command line", 0, HERE);

  /** The beginning of a file. */
  static Origin file(Path file) {
    Path parent = file.getParent();
    return new Origin(Source.FILE, file.toString(), 1, parent == null ? HERE : parent);
  }

  /** A line of the same file. */
  Origin atLine(int other) {
    return new Origin(source, place, other, folder);
  }

  static Origin environment(String variable) {
    return new Origin(Source.ENVIRONMENT, "environment variable " + variable, 0, HERE);
  }

  /** The place in words, such as {@code conf/token-server.yaml:7}. */
  String where() {
    return source == Source.FILE ? place + ":" + line : place;
  }

  /**
   * Whether others can read the value off: from a file that gets copied, or from a process list.
   */
  boolean isOpen() {
    return source == Source.FILE || source == Source.COMMAND_LINE;
  }
}
