package io.axptoken.server.identity.jwt.keys;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Threads for what takes too long for an event loop: the worker threads of Vert.x. */
public final class Workers {
  private final Vertx vertx;

  public Workers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Runs the task; the future completes on the caller's context, and fails as the task does. */
  public <T> Future<T> run(Callable<T> task) {
    return vertx.executeBlocking(task, false).map(result -> Objects.requireNonNull(result));
  }
}
