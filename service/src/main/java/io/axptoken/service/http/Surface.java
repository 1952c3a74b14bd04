package io.axptoken.service.http;

import io.axptoken.service.http.origin.TrustedProxies;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Function;

/**
 * Where requests come in and answers go out. Whatever is between is one {@link Endpoint}. Safe for
 * use by many threads.
 */
public final class Surface implements Handler<HttpServerRequest> {
  private static final Logger LOG = System.getLogger(Surface.class.getName());
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);

  /** What is JSON is taken for nothing else. */
  private static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");

  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

  /** Keeps answers out of pages that embed what they may not read; does not concern CORS. */
  private static final CharSequence RESOURCE_POLICY =
      HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");

  private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");

  private final Endpoint sound;
  private final Endpoint unsound;
  private final TrustedProxies proxies;
  private final Function<HttpServerResponse, Handler<Void>> inFlight;

  /**
   * A surface.
   *
   * @param observers see every request, sound or not
   * @param endpoint answers those that are sound
   * @param proxies whose forwarding headers are believed
   * @param inFlight counts a request until its answer ends; gives what is to be called at that end
   *     by who replaces the answer's end handler
   */
  public Surface(
      Filter observers,
      Endpoint endpoint,
      TrustedProxies proxies,
      Function<HttpServerResponse, Handler<Void>> inFlight) {
    this.sound = observers.to(endpoint);
    this.unsound = observers.to(UnreadableRequest.ENDPOINT);
    this.proxies = proxies;
    this.inFlight = inFlight;
  }

  @Override
  public void handle(HttpServerRequest raw) {
    serve(raw, sound);
  }

  /** Answers what is no sound request. */
  void refuse(HttpServerRequest raw) {
    serve(raw, unsound);
  }

  /** Whether an address is that of a proxy that speaks for many clients. */
  boolean isTrustedProxy(String address) {
    return proxies.trusts(address);
  }

  private void serve(HttpServerRequest raw, Endpoint endpoint) {
    Request request = new Request(raw, proxies);
    request.put(Page.END, inFlight.apply(raw.response()));
    raw.response()
        .putHeader(REQUEST_ID, request.id())
        .putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF)
        .putHeader(RESOURCE_POLICY, SAME_ORIGIN);
    endpoint
        .answer(request)
        .onSuccess(answer -> write(request, answer))
        .onFailure(bug -> LOG.log(Level.ERROR, () -> "unanswered request " + request.id(), bug));
  }

  private static void write(Request request, Answer answer) {
    LOG.log(
        Level.DEBUG,
        () ->
            "answer "
                + request.id()
                + " "
                + answer.status()
                + " body=[REDACTED, "
                + answer.bytes()
                + " bytes]");
    Buffer body = answer.body();
    if (body == null) { // Somebody else has written it.
      UnreadBody.skip(request.raw(), request.isClosing());
    } else if (request.isOpen()) {
      write(request, answer, body);
    }
  }

  private static void write(Request request, Answer answer, Buffer body) {
    HttpServerRequest raw = request.raw();
    answer.writeHead(raw.response());
    if (answer.isLast()) {
      request.closeAfterwards();
    }
    request.closeIfMoreMayCome();
    Future<Void> written = raw.response().end(body);
    if (request.isClosing() || !raw.isEnded()) {
      written.onComplete(_ -> UnreadBody.skip(raw, request.isClosing()));
    }
  }
}
