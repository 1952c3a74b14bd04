package io.axptoken.server.config;

import java.nio.file.Path;

/**
 * Where a value comes from.
 *
 * @param source which of the four layers
 * @param where the place in words, such as {@code conf/token-server.yaml:7}
 * @param folder what relative paths in the value are relative to
 */
record Origin(Source source, String where, Path folder) {
  /** The layers; later ones win. */
  enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE
  }

  private static final Path HERE = Path.of("");

  static final Origin DEFAULT = new Origin(Source.DEFAULT, "default", HERE);
  static final Origin COMMAND_LINE = new Origin(Source.COMMAND_LINE, "command line", HERE);

  static Origin line(Path file, int line) {
    Path parent = file.getParent();
    return new Origin(Source.FILE, file + ":" + line, parent == null ? HERE : parent);
  }

  static Origin environment(String variable) {
    return new Origin(Source.ENVIRONMENT, "environment variable " + variable, HERE);
  }

  /**
   * Whether others can read the value off: from a file that gets copied, or from a process list.
   */
  boolean isOpen() {
    return source == Source.FILE || source == Source.COMMAND_LINE;
  }
}
