package io.axptoken.sandbox.fcm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The messages that were taken, the newest {@value #CAPACITY} of them, fewer when they are long.
 * May be used from any thread.
 */
final class Messages {
  static final int CAPACITY = 100_000;
  private static final int MAX_CHARS = 64 * 1024 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<FcmMessage> kept = new ArrayDeque<>();
  private long count;
  private int chars;

  void add(FcmMessage message) {
    lock.lock();
    try {
      kept.addLast(message);
      count++;
      chars += message.json().length();
      while (kept.size() > CAPACITY || chars > MAX_CHARS) {
        chars -= kept.removeFirst().json().length();
      }
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<FcmMessage> matching(Predicate<FcmMessage> condition) {
    lock.lock();
    try {
      return kept.stream().filter(condition).toList();
    } finally {
      lock.unlock();
    }
  }

  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for that many that match, and returns all that do. */
  List<FcmMessage> await(Predicate<FcmMessage> condition, int n, Duration timeout) {
    lock.lock();
    try {
      long nanosLeft = timeout.toNanos();
      List<FcmMessage> found = matching(condition);
      while (found.size() < n) {
        if (nanosLeft <= 0) {
          throw new IllegalStateException(
              "%d messages within %s, not %d".formatted(found.size(), timeout, n));
        }
        nanosLeft = arrived.awaitNanos(nanosLeft);
        found = matching(condition);
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for messages", e);
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      kept.clear();
      chars = 0;
      count = 0;
    } finally {
      lock.unlock();
    }
  }
}
