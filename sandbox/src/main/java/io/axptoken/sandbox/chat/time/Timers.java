package io.axptoken.sandbox.chat.time;

import java.time.Duration;

/** What the chat waits with: real time, or a time that a test moves by hand. */
@FunctionalInterface
public interface Timers {
  /** Runs the action once, that much later, unless it is cancelled before. */
  Timer after(Duration delay, Runnable action);

  /** An action that is due later. */
  @FunctionalInterface
  interface Timer {
    /** Takes the action back; without effect once it has run. */
    void cancel();
  }
}
