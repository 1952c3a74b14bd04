package io.axptoken.server.edge;

import io.axptoken.client.CallContext;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.service.http.KnownMethods;
import io.axptoken.service.http.RequestId;
import io.axptoken.service.http.UnreadBody;
import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request and its one answer. Whoever answers first wins; later answers are dropped, so a
 * client that went away does no harm.
 */
final class Exchange {
  private static final Logger LOG = System.getLogger(Exchange.class.getName());
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM = HttpHeaders.createOptimized(ProblemJson.MEDIA_TYPE);
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);

  /** What is JSON is taken for nothing else. */
  private static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");

  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

  /** Keeps tokens out of pages that embed what they may not read; does not concern CORS. */
  private static final CharSequence RESOURCE_POLICY =
      HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");

  private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
  private static final String CONTINUE = "100-continue";
  private static final CharSequence CLOSE = HttpHeaders.createOptimized("close");

  private final HttpServerRequest request;
  private final String requestId;
  private final Handler<Void> end;
  private boolean awaitsContinue;
  private boolean closing;
  private boolean signOut;
  private @Nullable TokenTrail trail;
  private @Nullable AccessTrail access;
  private @Nullable String clientAddress;

  /**
   * A request that came.
   *
   * @param end hears of the end of what somebody else answers
   */
  Exchange(HttpServerRequest request, Handler<Void> end) {
    this.end = end;
    this.request = request;
    this.requestId = RequestId.of(request.getHeader(REQUEST_ID));
    this.awaitsContinue =
        CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))
            && request.version() != HttpVersion.HTTP_1_0;
    request
        .response()
        .putHeader(REQUEST_ID, requestId)
        .putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF)
        .putHeader(RESOURCE_POLICY, SAME_ORIGIN);
  }

  HttpServerRequest request() {
    return request;
  }

  /** The request id. */
  String id() {
    return requestId;
  }

  /** The address of the client; the forwarding headers are read once. */
  String clientAddress(TrustedProxies proxies) {
    String address = clientAddress;
    if (address == null) {
      address = proxies.clientAddress(request);
      clientAddress = address;
    }
    return address;
  }

  /** Has the answer audited and counted. */
  void follow(TokenTrail newTrail) {
    trail = newTrail;
  }

  /** Accompanies the request to the platform. */
  CallContext context() {
    return trail == null ? CallContext.NONE : trail.context();
  }

  /** Notes which user the answer is for. */
  void identified(IdentifiedUser user) {
    if (trail != null) {
      trail.identified(user);
    }
  }

  /** Notes that the user wants to sign out. */
  void signOut() {
    signOut = true;
  }

  boolean isSignOut() {
    return signOut;
  }

  /** Has the answer logged. */
  void logAccess(AccessTrail trailOfAccess) {
    access = trailOfAccess;
  }

  /**
   * Notes what was asked for. Only paths that are ours are shown: what callers make up may hold
   * names, or a token.
   *
   * @param route how the log calls the path, or {@code null} if there is nothing there
   * @param integration whose it is, or {@code null} if it is none's
   */
  void arrived(@Nullable String route, @Nullable String integration) {
    if (access != null && route != null) {
      access.found(route, integration);
    }
    LOG.log(
        Level.DEBUG,
        () ->
            "request %s %s %s"
                .formatted(
                    requestId,
                    KnownMethods.nameOf(request),
                    route != null ? path() : "[unknown path]"));
  }

  /** The path without its query. */
  String exactPath() {
    return Objects.requireNonNullElse(request.path(), "");
  }

  /** The path without its query, a single trailing slash removed as the reference does. */
  String path() {
    String path = exactPath();
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  void header(CharSequence name, CharSequence value) {
    if (!request.response().headWritten()) {
      request.response().putHeader(name, value);
    }
  }

  /** Tells a client that asked first to send its body. */
  void askForBody() {
    if (awaitsContinue) {
      awaitsContinue = false;
      request.response().writeContinue();
    }
  }

  /**
   * Has no more of a body come in than what is here, where none is wanted; an unread body would
   * stream on for as long as the answer takes.
   */
  void holdBody() {
    if (UnreadBody.mayCome(request)) {
      request.pause();
    }
  }

  /** Answers 200 with JSON that may be kept by nobody. */
  void ok(Buffer json) {
    end(200, JSON, json);
  }

  /**
   * Answers with a token.
   *
   * @param reused whether it was handed out before
   */
  void issued(Buffer json, boolean reused) {
    if (trail != null && isOpen(request.response())) {
      trail.issued(requestId, 200, reused);
    }
    ok(json);
  }

  /** Answers that the user is signed out. */
  void signedOut() {
    if (trail != null && isOpen(request.response())) {
      trail.signedOut(requestId, 204);
    }
    noContent();
  }

  /** Answers 204. */
  void noContent() {
    HttpServerResponse response = request.response();
    if (isOpen(response)) {
      end(204, Buffer.buffer());
    }
  }

  /** Answers with the problem. */
  void problem(Problem problem) {
    ProblemKind kind = problem.kind();
    if (trail != null && isOpen(request.response())) {
      trail.refused(requestId, kind);
    }
    end(kind.status(), PROBLEM, ProblemJson.write(problem, requestId));
  }

  /** Answers with the problem and says when to come back. */
  void problem(Problem problem, Duration retryAfter) {
    long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    problem(problem);
  }

  /** Closes the connection once this is answered; with HTTP/2 only the stream ends. */
  void closeAfterwards() {
    if (request.version() != HttpVersion.HTTP_2) {
      header(HttpHeaders.CONNECTION, CLOSE);
      closing = true;
    }
  }

  /** Lets somebody else write the answer; it ends as every answer does. */
  void handOver(Handler<HttpServerRequest> page) {
    closeIfMoreMayCome();
    HttpServerResponse response = request.response();
    response.endHandler(_ -> {
      end.handle(null);
      answered(response.getStatusCode(), response.bytesWritten());
      skipTheRest();
    });
    page.handle(request);
  }

  /** A bug: the caller learns that it is ours, the log learns which. */
  void bug(Throwable error) {
    LOG.log(Level.ERROR, "internal error, request " + requestId, error);
    problem(
        Problem.of(
            ProblemKind.INTERNAL_ERROR,
            "The server failed. Report the requestId to whoever runs it."));
  }

  private void end(int status, CharSequence contentType, Buffer body) {
    HttpServerResponse response = request.response();
    if (isOpen(response)) {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
          .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
      end(status, body);
    }
  }

  private void end(int status, Buffer body) {
    answered(status, body.length());
    closeIfMoreMayCome();
    Future<Void> written = request.response().setStatusCode(status).end(body);
    if (closing || !request.isEnded()) {
      written.onComplete(_ -> skipTheRest());
    }
  }

  /** Who asked first may send the body nonetheless, or not (RFC 9110, 10.1.1): none can tell. */
  private void closeIfMoreMayCome() {
    if (awaitsContinue || UnreadBody.mayBeLong(request)) {
      closeAfterwards();
    }
  }

  private void skipTheRest() {
    UnreadBody.skip(request, closing);
  }

  private static boolean isOpen(HttpServerResponse response) {
    return !response.ended() && !response.closed();
  }

  private void answered(int status, long bytes) {
    if (access != null) {
      access.answered(this, status, bytes);
    }
    LOG.log(
        Level.DEBUG,
        () -> "answer " + requestId + " " + status + " body=[REDACTED, " + bytes + " bytes]");
  }
}
