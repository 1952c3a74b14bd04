package io.axptoken.push.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Segments of paths, in which tokens of devices stand percent-encoded. */
final class Paths {
  private static final int LONGEST = 4096;

  private Paths() {}

  /** The one segment behind a prefix, decoded; {@code null} if there is no such one. */
  static @Nullable String segment(String path, String prefix) {
    if (!path.startsWith(prefix) || path.indexOf('/', prefix.length()) >= 0) {
      return null;
    }
    String raw = path.substring(prefix.length());
    try {
      // A plus is a plus in a path.
      String text = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
      return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0 ? null : text;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
