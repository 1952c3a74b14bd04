package io.axptoken.server.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;

/** Has a client go elsewhere with its next request, while this one is served as ever. */
final class ConnectionFarewell {
  private ConnectionFarewell() {}

  static void bid(Exchange exchange) {
    if (exchange.request().version() == HttpVersion.HTTP_2) {
      goAway(exchange.request().connection());
    } else {
      exchange.closeAfterwards();
    }
  }

  // Deprecated without a successor that leaves requests on their way alone (RFC 9113, 6.8).
  @SuppressWarnings("deprecation")
  private static void goAway(HttpConnection connection) {
    connection.goAway(0, Integer.MAX_VALUE);
  }
}
