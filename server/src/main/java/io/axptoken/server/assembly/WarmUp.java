package io.axptoken.server.assembly;

import io.axptoken.server.edge.Integration;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gets the integrations ready for their first users in the background, a few at a time: hundreds of
 * calls at once would keep the first users waiting. Safe for use by many threads.
 */
public final class WarmUp {
  private static final int AT_ONCE = 4;

  private final Iterator<Integration> left;
  private final Promise<Void> done = Promise.promise();
  private final AtomicInteger unfinished;

  public WarmUp(List<Integration> integrations) {
    this.left = integrations.iterator();
    this.unfinished = new AtomicInteger(integrations.size());
  }

  /** Begins with the first one. */
  public void first() {
    Integration first = take();
    if (first != null) {
      first.issuer().prepare();
    }
  }

  /** Goes on with all others. */
  public void others() {
    for (int i = 0; i < AT_ONCE; i++) {
      next();
    }
  }

  /** Goes through all; the future ends with the last, however that went. */
  Future<Void> all() {
    if (unfinished.get() == 0) {
      done.tryComplete();
    }
    others();
    return done.future();
  }

  private void next() {
    Integration integration = take();
    if (integration != null) {
      integration.issuer().prepare().whenComplete((_, _) -> finished());
    }
  }

  private void finished() {
    if (unfinished.decrementAndGet() == 0) {
      done.tryComplete();
    }
    next();
  }

  private synchronized @Nullable Integration take() {
    return left.hasNext() ? left.next() : null;
  }
}
