package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.origin.OriginPolicy;
import io.axptoken.service.http.origin.OriginPolicy.Verdict;
import io.axptoken.service.http.origin.OwnOrigin;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin rules (the Fetch standard). An origin that is not allowed is refused before anything
 * else happens; an allowed one can read every answer, errors included.
 */
public final class Cors {
  /** Who may read answers may read that of a bug. */
  private static final Filter GUARD = new Guard();

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
  public Cors(
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
            HttpProblem.ORIGIN_NOT_ALLOWED,
            "Pages of this origin may not use this server; its operator lists origins in "
                + originsKey
                + ".");
  }

  /** Refuses pages of other origins, and lets those of allowed ones read every answer. */
  public Filter admission() {
    return next -> {
      Endpoint guarded = GUARD.to(next);
      return request -> {
        Verdict verdict = verdict(request);
        if (verdict.isAdmitted()) {
          return guarded.answer(request).map(answer -> readable(answer, verdict));
        }
        refusals.request(String.valueOf(origin(request)));
        return Future.succeededFuture(readable(Answer.problem(request, refused), verdict));
      };
    };
  }

  /**
   * Answers preflights; a refused origin gets 204 without any permission, as the reference does.
   *
   * @param methods those that the path has
   */
  public Filter preflight(String methods) {
    return next ->
        request ->
            HttpMethod.OPTIONS.equals(request.method())
                ? Future.succeededFuture(permission(request, methods))
                : next.answer(request);
  }

  private Answer permission(Request request, String methods) {
    Verdict verdict = verdict(request);
    Answer answer = readable(Answer.empty(204).with(HttpHeaders.ALLOW, methods), verdict);
    if (!verdict.isAdmitted()) {
      refusals.preflight(String.valueOf(origin(request)));
      return answer;
    }
    return answer
        .with(HttpHeaders.VARY, VARY_PREFLIGHT)
        .with(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
        .with(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, allowedHeaders(request))
        .with(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
  }

  private Answer readable(Answer answer, Verdict verdict) {
    Answer varying = origins.variesByOrigin() ? answer.with(HttpHeaders.VARY, VARY_ORIGIN) : answer;
    String allowOrigin = verdict.allowOrigin();
    if (allowOrigin == null) {
      return varying;
    }
    Answer readable =
        varying
            .with(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowOrigin)
            .with(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    return credentials
        ? readable.with(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, TRUE)
        : readable;
  }

  private Verdict verdict(Request request) {
    String origin = origin(request);
    String ownOrigin = origin == null || !origins.variesByOrigin() ? null : own.of(request.raw());
    return origins.judge(origin, ownOrigin);
  }

  /** Repeated headers are one list (RFC 9110, 5.3), and a list is nobody's origin. */
  private static @Nullable String origin(Request request) {
    List<String> values = request.headers().getAll(HttpHeaders.ORIGIN);
    return values.isEmpty() ? null : String.join(", ", values);
  }

  /**
   * Header names are no secret: an allowed origin may send what it asks for, as at the reference.
   */
  private static String allowedHeaders(Request request) {
    String requested = request.raw().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    return requested != null
            && requested.length() <= MAX_REQUESTED_HEADERS_LENGTH
            && HEADER_NAMES.matcher(requested).matches()
        ? requested
        : USUAL_HEADERS;
  }
}
