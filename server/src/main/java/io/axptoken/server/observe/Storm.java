package io.axptoken.server.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps a storm of like events from flooding the log: in each ten seconds so many lines at most,
 * and where one line is enough of each source, one. What is left out is counted. Safe for use by
 * many threads.
 */
final class Storm {
  /** The answer for an event that is counted only. */
  static final int LEFT_OUT = -1;

  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final int maxLines;
  private final boolean oncePerSource;
  private final InstantSource clock;
  private final Set<String> sources = new HashSet<>();
  private Instant since = Instant.MIN;
  private int lines;
  private int leftOut;

  Storm(int maxLines, boolean oncePerSource, InstantSource clock) {
    this.maxLines = maxLines;
    this.oncePerSource = oncePerSource;
    this.clock = clock;
  }

  /** How many were left out before this one, or {@link #LEFT_OUT} if it is left out itself. */
  synchronized int admit(String source) {
    Instant now = clock.instant();
    // A clock that was set back would keep us quiet for as long as it was set back.
    if (now.isBefore(since) || !now.isBefore(since.plus(WINDOW))) {
      since = now;
      lines = 0;
      sources.clear();
    }
    if (lines == maxLines || (oncePerSource && !sources.add(source))) {
      leftOut++;
      return LEFT_OUT;
    }
    lines++;
    return takeLeftOut();
  }

  /** How many were left out since the last line; counts anew from now. */
  synchronized int takeLeftOut() {
    int count = leftOut;
    leftOut = 0;
    return count;
  }
}
