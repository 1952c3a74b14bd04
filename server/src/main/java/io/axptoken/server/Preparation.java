package io.axptoken.server;

import io.axptoken.server.edge.Integration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets the integrations ready for their first users in the background, a few at a time: hundreds of
 * calls at once would keep the first users waiting. Safe for use by many threads.
 */
final class Preparation {
  private static final int AT_ONCE = 4;

  private final Iterator<Integration> left;

  Preparation(List<Integration> integrations) {
    this.left = integrations.iterator();
  }

  /** Begins with the first one. */
  void first() {
    Integration first = take();
    if (first != null) {
      first.issuer().prepare();
    }
  }

  /** Goes on with all others. */
  void others() {
    for (int i = 0; i < AT_ONCE; i++) {
      next();
    }
  }

  private void next() {
    Integration integration = take();
    if (integration != null) {
      integration.issuer().prepare().whenComplete((_, _) -> next());
    }
  }

  private synchronized @Nullable Integration take() {
    return left.hasNext() ? left.next() : null;
  }
}
