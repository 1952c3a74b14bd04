package io.axptoken.client.platform;

import io.axptoken.client.resilience.ConcurrencyLimit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Those who wait for a place, first come, first served, up to a number of them. */
final class WaitingLine {
  private final Queue<Admitted> line = new ConcurrentLinkedQueue<>();
  private final ConcurrencyLimit limit;

  /** Nobody waits; with a limit of 0 nobody ever does. */
  WaitingLine(int most) {
    this.limit = new ConcurrencyLimit(most);
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  /** False if too many wait already. */
  boolean join(Admitted one) {
    return limit.enter() && line.add(one);
  }

  /** The next one, or {@code null} if nobody waits. */
  @Nullable Admitted next() {
    Admitted one = line.poll();
    if (one != null) {
      limit.leave();
    }
    return one;
  }

  /** Forgets one who gave up. */
  void forget(Admitted one) {
    if (line.remove(one)) {
      limit.leave();
    }
  }
}
