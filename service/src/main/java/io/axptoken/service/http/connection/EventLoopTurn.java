package io.axptoken.service.http.connection;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn of an event loop: it reads from every socket that has something, then does the tasks
 * that came up meanwhile, of which this is one. To be used on that loop alone.
 */
final class EventLoopTurn implements Runnable {
  /** So that the first need not wait for a crowd behind it. */
  static final int MOST_HELD = 32;

  private static final FastThreadLocal<EventLoopTurn> CURRENT =
      new FastThreadLocal<>() {
        @Override
        protected EventLoopTurn initialValue() {
          return new EventLoopTurn();
        }
      };

  private final List<GatheredFlush> held = new ArrayList<>(MOST_HELD);
  private boolean due;

  /** The turn of the event loop that calls. */
  static EventLoopTurn current() {
    return CURRENT.get();
  }

  /** Has the connection wait for the end of the turn, or ends the waiting of all. */
  void add(GatheredFlush flush, EventExecutor loop) {
    held.add(flush);
    if (held.size() == MOST_HELD) {
      releaseAll();
    } else if (!due) {
      due = true;
      loop.execute(this);
    }
  }

  /** The end of the turn. */
  @Override
  public void run() {
    due = false;
    releaseAll();
  }

  private void releaseAll() {
    List<GatheredFlush> now = List.copyOf(held);
    held.clear();
    now.forEach(GatheredFlush::release);
  }
}
