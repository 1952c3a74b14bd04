package io.axptoken.service.observe.health;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether this process wants requests. It says nothing about the platform: an instance that
 * explains a sick platform with a clear problem is of more use than no instance at all. Safe for
 * use by many threads.
 */
public final class Health {
  /** The stages of a server's life, each after the one before. */
  public enum Stage {
    /** Not listening yet. */
    STARTING,
    /** Takes requests. */
    READY,
    /** Told to stop, and unready so that no more requests are sent here; still serves those. */
    LEAVING,
    /** Stops: finishes what is under way and refuses what still comes. */
    DRAINING
  }

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.STARTING);

  /** Goes on to a later stage; an earlier one is ignored. */
  public void enter(Stage next) {
    stage.accumulateAndGet(next, (now, then) -> then.compareTo(now) > 0 ? then : now);
  }

  /** Where the server is. */
  public Stage stage() {
    return stage.get();
  }

  /** Whether load balancers should send requests here. */
  public boolean isReady() {
    return stage() == Stage.READY;
  }

  /** Whether answers tell clients to go elsewhere next time. */
  public boolean isLeaving() {
    return stage() == Stage.LEAVING;
  }

  /** Whether new requests are refused. */
  public boolean isDraining() {
    return stage() == Stage.DRAINING;
  }
}
