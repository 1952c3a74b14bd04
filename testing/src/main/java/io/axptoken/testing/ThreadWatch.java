package io.axptoken.testing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the threads at the start of a test class; at its end every later thread that would keep the
 * JVM alive must have ended or end soon. JUnit's own, such as its watch over timeouts, may stay.
 */
final class ThreadWatch {
  /**
   * Netty's event loops end two seconds after they are told to, its global executor, which they
   * call at their end, after an idle one.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Set<Thread> before;

  private ThreadWatch(Set<Thread> before) {
    this.before = before;
  }

  static ThreadWatch begin() {
    return new ThreadWatch(Thread.getAllStackTraces().keySet());
  }

  void end() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<Thread> left = added();
    while (!left.isEmpty() && System.nanoTime() < end) {
      left.getFirst().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      left = added();
    }
    if (!left.isEmpty()) {
      throw new AssertionError(
          "Threads left behind (close what starts them):\n  "
              + left.stream().map(ThreadWatch::describe).collect(Collectors.joining("\n  ")));
    }
  }

  private List<Thread> added() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon() && !before.contains(thread))
        .filter(thread -> !thread.getName().startsWith("junit-"))
        .toList();
  }

  private static String describe(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return thread.getName() + (stack.length == 0 ? "" : " in " + stack[0]);
  }
}
