package io.axptoken.sandbox.chat.wire;

import io.vertx.core.http.HttpServerResponse;

/**
 * What lets pages of any origin call. It stands on refusals, too: without it a browser hides them,
 * and clients take a 401 for a broken network.
 */
final class Cors {
  private Cors() {}

  static void allow(HttpServerResponse response) {
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("Cache-Control", "no-store");
  }

  /** Answers a preflight, which carries no token. */
  static void answerPreflight(HttpServerResponse response) {
    response
        .setStatusCode(204)
        .putHeader("Access-Control-Allow-Methods", "GET, POST, DELETE")
        .putHeader(
            "Access-Control-Allow-Headers", "authorization, appkey, content-type, x-route-request")
        .putHeader("Access-Control-Max-Age", "600")
        .end();
  }
}
