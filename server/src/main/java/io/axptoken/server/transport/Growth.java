package io.axptoken.server.transport;

import java.time.Duration;

/**
 * Says whether one more connection pays: only where waiting for those that there are would take
 * longer than making it. Else each call of a burst would open a connection of its own, and the
 * handshakes would hold up everything behind them: a cold server spends seconds on a hundred of
 * them. Times are of {@link System#nanoTime}; to be used on one event loop.
 */
final class Growth {
  /** As long as a connection is taken to need until one has been made. */
  static final Duration UNKNOWN = Duration.ofMillis(250);

  /** So long nothing but the one that is being made is relied on, where there is no other. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int AT_ONCE = 2;

  /** A pool that has grown may grow faster. */
  private static final int SHARE_AT_ONCE = 4;

  private static final double WEIGHT = 0.25;

  private double making = (double) UNKNOWN.toNanos();
  private boolean makingKnown;
  private double carrying;
  private long progress;

  /** Calls wait from now on: until now there was nobody who waited. */
  void waitingBegan(long now) {
    progress = now;
  }

  /** Somebody who waited has a connection now. */
  void served(long now) {
    progress = now;
  }

  /** Making a connection took so long. */
  void made(long nanos) {
    making = makingKnown ? mean(making, nanos) : (double) nanos;
    makingKnown = true;
  }

  /** A connection was used for one call for so long. */
  void carried(long nanos) {
    carrying = mean(carrying, nanos);
  }

  /** How many may be made at once by a pool of that size. */
  static int atOnce(int open) {
    return AT_ONCE + open / SHARE_AT_ONCE;
  }

  /**
   * Whether one more is to be made.
   *
   * @param waiting calls that wait, at least one
   * @param open connections that there are, in use all of them
   * @param promising connections that are being made and may be relied on
   * @param attempts all connections that are being made
   */
  boolean pays(int waiting, int open, int promising, int attempts, long now) {
    if (open == 0) {
      return promising == 0;
    }
    double untilNextIsFree = Math.max(carrying / open, (double) (now - progress));
    return waiting * untilNextIsFree > making * (1 + attempts);
  }

  private static double mean(double before, long next) {
    return before + WEIGHT * ((double) next - before);
  }
}
