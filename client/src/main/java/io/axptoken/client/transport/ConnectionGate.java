package io.axptoken.client.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the connections to one host: so many calls at once, and so many of these that wait for
 * their connection to be made. Who comes in a crowd would otherwise be refused by a host that is
 * well, and take it for sick. The rest waits in line; whoever waits looks after their own time.
 * Safe for use by many threads.
 */
final class ConnectionGate {
  /** Less than the 50 that a server commonly lets wait to be accepted. */
  static final int MOST_CONNECTING = 48;

  private final int most;
  private final Executor executor;
  private final Deque<Runnable> line = new ArrayDeque<>();
  private int busy;
  private int connecting;

  /**
   * Nobody is inside.
   *
   * @param executor begins the calls that had to wait
   */
  ConnectionGate(int most, Executor executor) {
    this.most = most;
    this.executor = executor;
  }

  /** Begins the call here and now, or later; then it is in the line. */
  void enter(Runnable call) {
    synchronized (this) {
      if (!line.isEmpty() || !isFree()) {
        line.add(call);
        return;
      }
      take();
    }
    call.run();
  }

  /** The call inside has its connection. */
  void connected() {
    @Nullable Runnable next;
    synchronized (this) {
      connecting--;
      next = next();
    }
    begin(next);
  }

  /** The call inside has ended. */
  void leave(boolean wasConnected) {
    @Nullable Runnable next;
    synchronized (this) {
      busy--;
      connecting -= wasConnected ? 0 : 1;
      next = next();
    }
    begin(next);
  }

  /** True if the call was in the line, and is there no more. */
  synchronized boolean forget(Runnable call) {
    return line.remove(call);
  }

  private boolean isFree() {
    return busy < most && connecting < MOST_CONNECTING;
  }

  private void take() {
    busy++;
    connecting++;
  }

  /* Each end makes room for one; there is never room and a line at the same time. */
  private @Nullable Runnable next() {
    if (line.isEmpty() || !isFree()) {
      return null;
    }
    take();
    return line.poll();
  }

  private void begin(@Nullable Runnable call) {
    if (call != null) {
      executor.execute(call);
    }
  }
}
