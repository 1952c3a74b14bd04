package io.axptoken.push.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Does in one go what comes together: while one commit is under way, the next ones gather. Each of
 * those who wait hears of the commit that their own part was in. Safe for use by many threads.
 *
 * @param <T> what comes
 */
public final class Batches<T> implements AutoCloseable {
  private static final int MOST = 256;
  private static final int WAITING = 10_000;

  private final BlockingQueue<Waiting<T>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Consumer<List<T>> work;
  private final Thread thread;

  private record Waiting<T>(T part, CompletableFuture<Void> done) {}

  /** Too much waits already. */
  public static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("too much waits for the database", null, false, false);
    }
  }

  /**
   * Begins to wait for work.
   *
   * @param work does several at once, or fails as a whole
   */
  public Batches(String name, Consumer<List<T>> work) {
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /** Has it done; the stage ends when it is, or with the reason why not. */
  public CompletionStage<Void> add(T part) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (!queue.offer(new Waiting<>(part, done))) {
      done.completeExceptionally(new Full());
    }
    return done;
  }

  private void run() {
    List<Waiting<T>> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, MOST - 1);
        attempt(batch);
        batch.clear();
      }
    } catch (InterruptedException _) {
      queue.drainTo(batch);
      batch.forEach(one -> one.done().completeExceptionally(new Full()));
    }
  }

  /** What one part is to blame for does not fail the others. */
  private void attempt(List<Waiting<T>> batch) {
    try {
      work.accept(batch.stream().map(Waiting::part).toList());
      batch.forEach(one -> one.done().complete(null));
    } catch (RuntimeException failure) {
      if (batch.size() == 1) {
        batch.getFirst().done().completeExceptionally(failure);
      } else {
        batch.forEach(one -> attempt(List.of(one)));
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
