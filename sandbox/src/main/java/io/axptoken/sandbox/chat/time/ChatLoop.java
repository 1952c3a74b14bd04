package io.axptoken.sandbox.chat.time;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The event loop that all of the chat's state is confined to, so that none of it needs a lock. What
 * comes from another thread runs there in turn.
 */
public final class ChatLoop {
  private static final long PATIENCE_SECONDS = 30;

  private final Context context;
  private final InstantSource clock;
  private final Timers timers;
  private final Thread thread;

  /** The loop of this context; must not be called on that loop itself. */
  public ChatLoop(Context context, InstantSource clock, Timers timers) {
    this.context = context;
    this.clock = clock;
    this.timers = timers;
    CompletableFuture<Thread> loop = new CompletableFuture<>();
    context.runOnContext(ready -> loop.complete(Thread.currentThread()));
    this.thread = loop.join();
  }

  /** Real time on that Vert.x. */
  public static Timers timersOf(Vertx vertx) {
    return (delay, action) -> {
      long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> action.run());
      return () -> vertx.cancelTimer(id);
    };
  }

  /** The time. */
  public Instant now() {
    return clock.instant();
  }

  /** Runs the action on the loop when its present turn is over. */
  public void soon(Runnable action) {
    context.runOnContext(turn -> action.run());
  }

  /** Runs the action on the loop, that much later. */
  public Timers.Timer after(Duration delay, Runnable action) {
    return timers.after(delay, () -> run(action));
  }

  /** Runs the action on the loop, and returns when it has run. */
  public void run(Runnable action) {
    call(() -> {
      action.run();
      return true;
    });
  }

  /**
   * Asks for a value on the loop, and waits for it.
   *
   * @throws IllegalStateException if the loop has not come to it in half a minute
   */
  public <T> T call(Supplier<T> question) {
    if (Thread.currentThread().equals(thread)) {
      return question.get();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    soon(() -> answer.completeAsync(question, Runnable::run));
    try {
      return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new IllegalStateException("the chat's event loop is stuck, or closed", e);
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }
}
