package io.axptoken.sandbox.chat.push;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The control over push callbacks: where they go, and how it went. May be used from any thread, but
 * not from an event loop's to wait.
 */
public final class PushCallbacks {
  /** How many attempts are kept. */
  public static final int CAPACITY = 10_000;

  private final Optional<PushCallback> configured;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Deque<PushAttempt> attempts = new ArrayDeque<>();
  private volatile Optional<PushCallback> callback;
  private final AtomicInteger generation = new AtomicInteger();

  /** With what is configured. */
  public PushCallbacks(Optional<PushCallback> configured) {
    this.configured = configured;
    this.callback = configured;
  }

  /** Tells from now on there; what waits to be sent again goes there as well. */
  public void callTo(PushCallback newCallback) {
    callback = Optional.of(newCallback);
  }

  /** Tells nobody any more, and drops what waits to be sent again. */
  public void off() {
    callback = Optional.empty();
    generation.incrementAndGet();
  }

  /** Where it tells of events now. */
  public Optional<PushCallback> callback() {
    return callback;
  }

  /** The attempts that have ended, the oldest first: the newest {@value #CAPACITY} are kept. */
  public List<PushAttempt> attempts() {
    lock.lock();
    try {
      return List.copyOf(attempts);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until that many attempts have ended, and returns all.
   *
   * @throws IllegalStateException if that takes longer than the timeout, or the thread is
   *     interrupted
   */
  public List<PushAttempt> awaitAttempts(int n, Duration timeout) {
    lock.lock();
    try {
      long nanosLeft = timeout.toNanos();
      while (attempts.size() < n) {
        if (nanosLeft <= 0) {
          throw new IllegalStateException(
              "%d attempts within %s, not %d".formatted(attempts.size(), timeout, n));
        }
        nanosLeft = ended.awaitNanos(nanosLeft);
      }
      return attempts();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for attempts", e);
    } finally {
      lock.unlock();
    }
  }

  /** Returns to what is configured; forgets attempts, and what waits to be sent again. */
  public void reset() {
    off();
    callback = configured;
    lock.lock();
    try {
      attempts.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Differs from before once waiting events are dropped. */
  int generation() {
    return generation.get();
  }

  void ended(PushAttempt attempt) {
    lock.lock();
    try {
      attempts.addLast(attempt);
      if (attempts.size() > CAPACITY) {
        attempts.removeFirst();
      }
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
