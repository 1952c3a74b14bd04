package io.axptoken.server.identity;

import io.axptoken.service.time.Throttle;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the operator that a page holds one of the API keys. */
final class LeakedKeys {
  private static final Logger LOG = System.getLogger(LeakedKeys.class.getName());

  private final String integration;
  private final Throttle throttle;

  LeakedKeys(String integration, Throttle throttle) {
    this.integration = integration;
    this.throttle = throttle;
  }

  /** A browser sent a valid key of this name. */
  void seen(String name) {
    if (throttle.admit(name) != Throttle.LEFT_OUT) {
      LOG.log(
          Level.WARNING,
          () ->
              "A browser sent the API key "
                  + name
                  + ", so it stands in a page or was passed on with a browser's headers:"
                  + " call from a backend, and replace the key. [integration="
                  + integration
                  + "]");
    }
  }
}
