package io.axptoken.service.reload;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Callable;

/** What waits for files, off the event loops. */
public final class Blocking {
  private Blocking() {}

  /** Runs the task on a worker thread; the future fails as it does. */
  public static <T> Future<T> run(Vertx vertx, Callable<T> task) {
    return vertx.executeBlocking(task).map(result -> Objects.requireNonNull(result));
  }
}
