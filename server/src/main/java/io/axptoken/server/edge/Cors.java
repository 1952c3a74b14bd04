package io.axptoken.server.edge;

import io.axptoken.service.http.origin.OriginPolicy;
import io.axptoken.service.http.origin.OriginPolicy.Verdict;
import io.axptoken.service.http.origin.OwnOrigin;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin rules (the Fetch standard). An origin that is not allowed is refused before anything
 * else happens; an allowed one can read every answer, errors included.
 */
final class Cors {
  private static final CharSequence MAX_AGE = HttpHeaders.createOptimized("3600");
  private static final CharSequence VARY_ORIGIN = HttpHeaders.createOptimized("Origin");
  private static final CharSequence VARY_PREFLIGHT =
      HttpHeaders.createOptimized("Origin, Access-Control-Request-Headers");
  private static final CharSequence EXPOSED =
      HttpHeaders.createOptimized("Retry-After, RateLimit, RateLimit-Policy, X-Request-Id");
  private static final CharSequence TRUE = HttpHeaders.createOptimized("true");
  private static final String USUAL_HEADERS = "Authorization, Content-Type";
  private static final int MAX_REQUESTED_HEADERS_LENGTH = 512;
  private static final Pattern HEADER_NAMES =
      Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+(?:[ \\t]*,[ \\t]*[A-Za-z0-9!#$%&'*+.^_`|~-]+)*");

  private final OriginPolicy origins;
  private final OwnOrigin own;
  private final boolean credentials;
  private final RefusedOrigins refusals;
  private final Problem refused;

  /**
   * The rules for these origins.
   *
   * @param credentials whether pages of listed origins may send cookies along
   * @param originsKey the setting that lists them, for whoever is refused
   * @param preflight counts a refused preflight: the request itself never comes
   */
  Cors(
      OriginPolicy origins,
      OwnOrigin own,
      boolean credentials,
      String originsKey,
      Runnable preflight) {
    this.origins = origins;
    this.refusals = new RefusedOrigins(originsKey, preflight);
    this.own = own;
    this.credentials = credentials && origins.variesByOrigin();
    this.refused =
        Problem.of(
            ProblemKind.ORIGIN_NOT_ALLOWED,
            "Pages of this origin may not use this server; its operator lists origins in "
                + originsKey
                + ".");
  }

  /** Sets the answer's headers; answers 403 and says no if the origin is not allowed. */
  boolean admit(Exchange exchange) {
    boolean allowed = allow(exchange);
    if (!allowed) {
      refusals.request(String.valueOf(origin(exchange.request())));
      exchange.problem(refused);
    }
    return allowed;
  }

  private boolean allow(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    if (origins.variesByOrigin()) {
      exchange.header(HttpHeaders.VARY, VARY_ORIGIN);
    }
    Verdict verdict = verdict(request);
    String allowOrigin = verdict.allowOrigin();
    if (allowOrigin != null) {
      exchange.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowOrigin);
      exchange.header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
      if (credentials) {
        exchange.header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, TRUE);
      }
    }
    return verdict.isAdmitted();
  }

  /**
   * Answers a preflight; a refused origin gets 204 without any permission, as the reference does.
   */
  void preflight(Exchange exchange, String allowedMethods) {
    exchange.header(HttpHeaders.ALLOW, allowedMethods);
    if (allow(exchange)) {
      HttpServerRequest request = exchange.request();
      exchange.header(HttpHeaders.VARY, VARY_PREFLIGHT);
      exchange.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, allowedMethods);
      exchange.header(
          HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
          allowedHeaders(request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS)));
      exchange.header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    } else {
      refusals.preflight(String.valueOf(origin(exchange.request())));
    }
    exchange.noContent();
  }

  private Verdict verdict(HttpServerRequest request) {
    String origin = origin(request);
    String ownOrigin = origin == null || !origins.variesByOrigin() ? null : own.of(request);
    return origins.judge(origin, ownOrigin);
  }

  /** Repeated headers are one list (RFC 9110, 5.3), and a list is nobody's origin. */
  private static @Nullable String origin(HttpServerRequest request) {
    List<String> values = request.headers().getAll(HttpHeaders.ORIGIN);
    return values.isEmpty() ? null : String.join(", ", values);
  }

  /**
   * Header names are no secret: an allowed origin may send what it asks for, as at the reference.
   */
  private static String allowedHeaders(@Nullable String requested) {
    return requested != null
            && requested.length() <= MAX_REQUESTED_HEADERS_LENGTH
            && HEADER_NAMES.matcher(requested).matches()
        ? requested
        : USUAL_HEADERS;
  }
}
