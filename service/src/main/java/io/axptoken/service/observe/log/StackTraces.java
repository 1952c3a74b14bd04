package io.axptoken.service.observe.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stack traces in a few lines: an exception, where it was thrown, and what caused it. */
final class StackTraces {
  private static final int MOST_FRAMES = 30;

  private StackTraces() {}

  /** One line per exception and frame; none for {@code null}. */
  static List<String> lines(@Nullable Throwable thrown) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = new HashSet<>();
    Throwable current = thrown;
    while (current != null && seen.add(current)) {
      lines.add((lines.isEmpty() ? "" : "Caused by: ") + current);
      append(lines, current.getStackTrace());
      current = current.getCause();
    }
    return lines;
  }

  private static void append(List<String> lines, StackTraceElement[] frames) {
    for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
      lines.add("  at " + frames[i]);
    }
    if (frames.length > MOST_FRAMES) {
      lines.add("  ... " + (frames.length - MOST_FRAMES) + " more");
    }
  }
}
