package io.axptoken.service.process;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Says again and again that the server lives, as long as every one of its event loops turns. */
public final class Heartbeat {
  private final List<Context> loops;
  private final Runnable alive;
  private Future<?> underWay = Future.succeededFuture();

  private Heartbeat(List<Context> loops, Runnable alive) {
    this.loops = List.copyOf(loops);
    this.alive = alive;
  }

  /**
   * Begins to beat, until Vert.x ends.
   *
   * @param interval longer than zero
   */
  public static void start(Vertx vertx, List<Context> loops, Duration interval, Runnable alive) {
    var heartbeat = new Heartbeat(loops, alive);
    vertx.setPeriodic(0, Math.max(1, interval.toMillis()), _ -> heartbeat.beat());
  }

  /** A loop that hangs keeps this beat from its end, and so all others from their beginning. */
  private void beat() {
    if (underWay.isComplete()) {
      underWay =
          Future.join(loops.stream().map(Heartbeat::turn).toList()).onSuccess(_ -> alive.run());
    }
  }

  private static Future<Void> turn(Context loop) {
    Promise<Void> turned = Promise.promise();
    loop.runOnContext(_ -> turned.complete());
    return turned.future();
  }
}
