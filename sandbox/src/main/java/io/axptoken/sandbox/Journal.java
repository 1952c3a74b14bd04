package io.axptoken.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * The calls that the token endpoints got, in order of arrival. It keeps the newest {@value
 * #CAPACITY}, fewer when they are long; the counts go on beyond that. May be used from any thread
 * but an event loop's for {@link #awaitCalls}.
 */
public final class Journal {
  /** How many calls are kept. */
  public static final int CAPACITY = 10_000;

  /** How much text all of them may hold, so that no caller can fill the memory. */
  static final int MAX_CHARS = 16 * 1024 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<Endpoint, Integer> counts = new EnumMap<>(Endpoint.class);
  private int chars;

  Journal() {}

  /** All calls kept, oldest first. */
  public List<Call> calls() {
    lock.lock();
    try {
      return entries.stream().map(entry -> entry.call).toList();
    } finally {
      lock.unlock();
    }
  }

  /** The calls of one endpoint, oldest first. */
  public List<Call> calls(Endpoint endpoint) {
    return calls().stream().filter(call -> call.endpoint() == endpoint).toList();
  }

  /** How many calls the endpoint got since the start or the last {@link #clear}. */
  public int count(Endpoint endpoint) {
    lock.lock();
    try {
      return counts.getOrDefault(endpoint, 0);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all calls. */
  public void clear() {
    lock.lock();
    try {
      entries.clear();
      chars = 0;
      counts.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the endpoint has got {@code n} calls since the start or the last {@link #clear},
   * and returns its calls. A call counts from its arrival, answered or not.
   *
   * @throws IllegalStateException if that takes longer than the timeout, or the thread is
   *     interrupted
   */
  public List<Call> awaitCalls(Endpoint endpoint, int n, Duration timeout) {
    lock.lock();
    try {
      long nanosLeft = timeout.toNanos();
      while (count(endpoint) < n) {
        if (nanosLeft <= 0) {
          throw new IllegalStateException(
              "%d calls of %s within %s, not %d".formatted(count(endpoint), endpoint, timeout, n));
        }
        nanosLeft = arrived.awaitNanos(nanosLeft);
      }
      return calls(endpoint);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for calls", e);
    } finally {
      lock.unlock();
    }
  }

  /** Adds a call; the answer's status is told to what comes back. */
  IntConsumer add(Call call) {
    Entry entry = new Entry(call.clipped());
    lock.lock();
    try {
      entries.addLast(entry);
      chars += entry.call.chars();
      while (entries.size() > CAPACITY || chars > MAX_CHARS) {
        chars -= entries.removeFirst().call.chars();
      }
      counts.merge(call.endpoint(), 1, Integer::sum);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    return entry::answered;
  }

  private static final class Entry {
    private volatile Call call;

    Entry(Call call) {
      this.call = call;
    }

    void answered(int status) {
      call = call.answered(status);
    }
  }
}
