package io.axptoken.server.edge;

import io.axptoken.server.observe.AccessEvent;
import io.axptoken.server.observe.AccessLog;
import io.axptoken.service.http.KnownMethods;
import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gathers what the access log will say of one request. */
final class AccessTrail {
  private final AccessLog log;
  private final TrustedProxies proxies;
  private final long began = System.nanoTime();
  private String route = KnownMethods.UNKNOWN;
  private @Nullable String integration;

  /** Begins with the request's head. */
  AccessTrail(AccessLog log, TrustedProxies proxies) {
    this.log = log;
    this.proxies = proxies;
  }

  /** What was asked for is ours. */
  void found(String route, @Nullable String integration) {
    this.route = route;
    this.integration = integration;
  }

  /** The request is answered. */
  void answered(Exchange exchange, int status, long bytes) {
    HttpServerRequest request = exchange.request();
    log.record(
        new AccessEvent(
            KnownMethods.nameOf(request),
            route,
            integration,
            status,
            bytes,
            Duration.ofNanos(System.nanoTime() - began),
            exchange.id(),
            exchange.clientAddress(proxies),
            version(request.version())));
  }

  private static String version(@Nullable HttpVersion version) {
    return switch (version) {
      case HTTP_1_0 -> "1.0";
      case HTTP_1_1 -> "1.1";
      case HTTP_2 -> "2";
      case null, default -> KnownMethods.UNKNOWN;
    };
  }
}
