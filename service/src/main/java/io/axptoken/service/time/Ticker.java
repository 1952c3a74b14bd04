package io.axptoken.service.time;

/**
 * A monotonic clock: for how long something has lasted, whatever people and NTP do to the wall
 * clock. Its readings are compared by their difference alone.
 */
@FunctionalInterface
public interface Ticker {
  /** That of the machine. */
  Ticker SYSTEM = System::nanoTime;

  /** Nanoseconds since some time in the past or future, as {@link System#nanoTime} has them. */
  long nanos();

  /** Whether this reading has come. */
  default boolean isPast(long reading) {
    return nanos() - reading >= 0;
  }
}
