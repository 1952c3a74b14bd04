package io.axptoken.server;

import io.axptoken.server.command.ServerStarter;
import io.axptoken.server.config.LiveSettings;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Starts the server of a process, and Vert.x on a thread of its own while the settings are read:
 * either takes about as long as the other.
 */
final class HeadStart implements ServerStarter {
  private @Nullable CompletableFuture<Vertx> begun;

  @Override
  public void prepare() {
    begun =
        CompletableFuture.supplyAsync(
            Lifecycle::newVertx,
            task -> Thread.ofPlatform().daemon().name("head-start").start(task));
  }

  @Override
  public CompletionStage<Lifecycle> start(LiveSettings settings) {
    return Lifecycle.start(settings, this::vertx).onSuccess(Supervision::begin).toCompletionStage();
  }

  private Vertx vertx() {
    return begun == null ? Lifecycle.newVertx() : begun.join();
  }
}
