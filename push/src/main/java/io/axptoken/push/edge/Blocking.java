package io.axptoken.push.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Does what blocks on virtual threads, and comes back to the event loop of the caller. */
final class Blocking {
  private static final Executor THREADS =
      work -> Thread.ofVirtual().name("push-request").start(work);

  private Blocking() {}

  static <T> Future<T> run(Supplier<T> work) {
    return back(CompletableFuture.supplyAsync(work, THREADS));
  }

  static <T> Future<T> back(CompletionStage<T> stage) {
    Context context = Objects.requireNonNull(Vertx.currentContext(), "an event loop");
    return Future.fromCompletionStage(stage, context);
  }
}
