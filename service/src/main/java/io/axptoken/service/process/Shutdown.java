package io.axptoken.service.process;

import io.axptoken.service.config.OperationSettings;
import io.axptoken.service.http.Listener;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.Health.Stage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The way from serving to silence, in two phases: the grace, in which load balancers notice that
 * the server is unready and it serves whoever still comes; and the drain, in which it takes nothing
 * new and finishes what is under way. Safe for use by many threads.
 */
public final class Shutdown {
  private final Vertx vertx;
  private final Health health;
  private final Supplier<OperationSettings> settings;
  private final Promise<Void> graceOver = Promise.promise();
  private final Promise<Boolean> drained = Promise.promise();

  public Shutdown(Vertx vertx, Health health, Supplier<OperationSettings> settings) {
    this.vertx = vertx;
    this.health = health;
    this.settings = settings;
  }

  /**
   * Begins. The future tells whether everything under way was finished, and not cut off; it never
   * fails.
   *
   * @param listener one that never opened needs no grace
   */
  public Future<Boolean> begin(Future<Listener> listener) {
    Duration grace = listener.succeeded() ? settings.get().shutdownGrace() : Duration.ZERO;
    if (grace.isPositive()) {
      health.enter(Stage.LEAVING);
      vertx.setTimer(grace.toMillis(), _ -> graceOver.tryComplete());
    } else {
      graceOver.tryComplete();
    }
    graceOver.future().onComplete(_ -> drain(listener));
    return drained.future();
  }

  /** Ends the phase that is under way: the grace, or the drain, cutting off what is left. */
  public void hurry() {
    if (!graceOver.tryComplete()) {
      drained.tryComplete(false);
    }
  }

  private void drain(Future<Listener> listener) {
    health.enter(Stage.DRAINING);
    vertx.setTimer(settings.get().shutdownTimeout().toMillis(), _ -> drained.tryComplete(false));
    // Longer than we wait: who is cut off is decided here.
    Duration longer = settings.get().shutdownTimeout().multipliedBy(2);
    listener.compose(open -> open.shutdown(longer)).onComplete(_ -> drained.tryComplete(true));
  }
}
