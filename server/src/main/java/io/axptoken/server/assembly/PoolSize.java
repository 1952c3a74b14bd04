package io.axptoken.server.assembly;

import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.transport.VertxTransport;
import java.util.List;

/**
 * How many connections a host may be given: integrations of one host share its connections, so
 * there must be some left when all the others have as many tokens under way as they may.
 */
final class PoolSize {
  private static final int MOST = 16_384;

  private PoolSize() {}

  static int of(List<IntegrationSettings> integrations) {
    int inAll = 0;
    int least = Integer.MAX_VALUE;
    for (IntegrationSettings integration : integrations) {
      int own = integration.axp().resilience().maxConcurrent();
      inAll += own;
      least = Math.min(least, own);
    }
    return Math.min(MOST, VertxTransport.USUAL_CONNECTIONS + inAll - least);
  }
}
