package io.axptoken.client.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/** A number of places that are taken and given back; safe for use by many threads. */
public final class ConcurrencyLimit {
  private final int places;
  private final AtomicInteger taken = new AtomicInteger();

  /** All places are free. */
  public ConcurrencyLimit(int places) {
    this.places = places;
  }

  /** Takes a place if one is free. */
  public boolean enter() {
    int seen = taken.get();
    while (seen < places) {
      int found = taken.compareAndExchange(seen, seen + 1);
      if (found == seen) {
        return true;
      }
      seen = found;
    }
    return false;
  }

  /** Gives back a place that was taken. */
  public void leave() {
    taken.decrementAndGet();
  }

  /** How many places are taken. */
  public int taken() {
    return taken.get();
  }
}
