package io.axptoken.service.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/**
 * Hands requests to the surface in force, which can be exchanged while they come: each request is
 * served to its end by the one that it met. Safe for use by many threads.
 */
public final class SurfaceSwitch implements Handler<HttpServerRequest> {
  private volatile Surface now;

  /** Begins with this one. */
  public SurfaceSwitch(Surface first) {
    this.now = first;
  }

  /** Has requests from now on meet this one. */
  public void set(Surface next) {
    now = next;
  }

  @Override
  public void handle(HttpServerRequest request) {
    now.handle(request);
  }

  void refuse(HttpServerRequest request) {
    now.refuse(request);
  }

  boolean isTrustedProxy(String address) {
    return now.isTrustedProxy(address);
  }
}
