package io.axptoken.server.identity;

import io.vertx.core.Future;

/** One way to know the end user. Called on an event loop, which it never blocks. */
interface IdentityMode {
  /** The mode's name in the configuration, in audit events and in metrics. */
  String name();

  /** Looks at the request; the future never fails. */
  Future<Identification> identify(IdentityRequest request);
}
