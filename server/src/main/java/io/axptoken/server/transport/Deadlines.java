package io.axptoken.server.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of the calls of one event loop, the soonest first. One timer does for all: a call
 * that ends in time only leaves the row. To be used on that loop alone.
 */
final class Deadlines {
  private static final long SHORTEST = Duration.ofMillis(1).toNanos();

  private final EventLoop loop;

  /** Stands before the first and after the last. */
  private final Deadline ends = new Deadline(0, () -> {});

  private @Nullable Future<?> timer;
  private long timerAt;

  Deadlines(EventLoop loop) {
    this.loop = loop;
  }

  /** Has that run once the time is over, unless the deadline leaves before. */
  Deadline add(Duration timeout, Runnable over) {
    long at = System.nanoTime() + Math.max(SHORTEST, timeout.toNanos());
    var added = new Deadline(at, over);
    Deadline before = ends.previous;
    while (before != ends && before.at - at > 0) { // As a rule the last is the one to follow.
      before = before.previous;
    }
    added.enter(before);
    if (before == ends) {
      wakeAt(at);
    }
    return added;
  }

  private void wakeAt(long at) {
    if (timer != null && timerAt - at <= 0) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
    }
    timerAt = at;
    timer = loop.schedule(this::wake, at - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void wake() {
    timer = null;
    long now = System.nanoTime();
    try {
      while (ends.next != ends && ends.next.at - now <= 0) {
        Deadline passed = ends.next;
        passed.leave();
        passed.over.run();
      }
    } finally { // A fault of one call is no reason to forget the others.
      if (ends.next != ends) {
        wakeAt(ends.next.at);
      }
    }
  }

  /** One of them. */
  static final class Deadline {
    private final long at;
    private final Runnable over;
    private Deadline previous = this;
    private Deadline next = this;

    private Deadline(long at, Runnable over) {
      this.at = at;
      this.over = over;
    }

    private void enter(Deadline before) {
      previous = before;
      next = before.next;
      before.next.previous = this;
      before.next = this;
    }

    /** Does not come about any more; to leave twice does no harm. */
    void leave() {
      previous.next = next;
      next.previous = previous;
      previous = this;
      next = this;
    }
  }
}
