package io.axptoken.server.edge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/**
 * Hands requests to the surface in force, which can be exchanged while they come: each request is
 * served to its end by the one that it met. Safe for use by many threads.
 */
public final class EdgeSwitch implements Handler<HttpServerRequest> {
  private volatile Edge now;

  /** Begins with this one. */
  public EdgeSwitch(Edge first) {
    this.now = first;
  }

  /** Has requests from now on meet this one. */
  public void set(Edge next) {
    now = next;
  }

  @Override
  public void handle(HttpServerRequest request) {
    now.handle(request);
  }

  Exchange begin(HttpServerRequest request) {
    return now.begin(request);
  }

  boolean isTrustedProxy(String address) {
    return now.isTrustedProxy(address);
  }
}
