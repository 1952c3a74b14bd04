package io.axptoken.server.identity.jwt.keys;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks later. */
@FunctionalInterface
public interface Delays {
  /** Runs the short task once the delay is over. */
  void after(Duration delay, Runnable task);

  /** The timers of Vert.x; what is due after its end does not happen. */
  static Delays of(Vertx vertx) {
    return (delay, task) -> {
      try {
        vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run());
      } catch (IllegalStateException | RejectedExecutionException _) {
        // The server has stopped.
      }
    };
  }
}
