package io.axptoken.sandbox.chat.push;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * An attempt to tell of an event, which has ended.
 *
 * @param time when it ended
 * @param event what was told
 * @param number 1 for the first one of this event and session
 * @param status what was answered; empty if nothing was, in time
 */
public record PushAttempt(Instant time, PushEvent event, int number, OptionalInt status) {
  private static final int ACCEPTED = 200;

  /** Whether it was taken: 200 counts, and nothing else. */
  public boolean accepted() {
    return status.isPresent() && status.getAsInt() == ACCEPTED;
  }
}
