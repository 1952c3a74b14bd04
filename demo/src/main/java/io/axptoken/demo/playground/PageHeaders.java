package io.axptoken.demo.playground;

import io.vertx.core.http.HttpServerResponse;
import java.net.URI;

/**
 * What the page is allowed: its own scripts, styles and requests, requests to the sandbox's chat,
 * and nothing else.
 *
 * @param sandbox the sandbox's origin
 */
record PageHeaders(URI sandbox) {
  void add(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", contentSecurityPolicy())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  private String contentSecurityPolicy() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + (" connect-src 'self' " + sandbox + ";")
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
