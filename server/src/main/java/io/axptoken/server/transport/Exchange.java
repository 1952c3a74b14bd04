package io.axptoken.server.transport;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Everything happens on one context, so nothing is synchronized; the
 * first outcome counts, and whatever comes after it finds the answer done.
 */
final class Exchange {
  /** So many dead connections in a row mean that something else is wrong. */
  private static final int MAX_REPEATS = 3;

  private final VertxTransport transport;
  private final TransportRequest request;
  private final Target target;
  private final CompletableFuture<TransportAnswer> answer = new CompletableFuture<>();
  private long deadline;
  private boolean sent;
  private int attempt;
  private @Nullable HttpClientRequest stream;
  private @Nullable Buffer body;

  Exchange(VertxTransport transport, TransportRequest request) {
    this.transport = transport;
    this.request = request;
    this.target = transport.target(request.uri());
  }

  CompletableFuture<TransportAnswer> answer() {
    return answer;
  }

  void start() {
    long millis = Math.max(1, request.timeout().toMillis());
    deadline = transport.vertx().setTimer(millis, _ -> timeUp());
    acquire();
  }

  private void timeUp() {
    abort(inTunnel() ? Reason.PROXY_TIMED_OUT : Reason.TIMED_OUT, null);
  }

  /** Whether there is no connection yet, and a proxy is to make it. */
  private boolean inTunnel() {
    return stream == null && target.isTunnelled();
  }

  private void acquire() {
    transport.request(target).onComplete(this::write, cause -> failed(attempt, cause));
  }

  private void write(HttpClientRequest acquired) {
    stream = acquired;
    // The call that suffers says so; without a handler the log would get lines of its own.
    acquired.exceptionHandler(_ -> {});
    target.reached(acquired.connection().remoteAddress());
    if (answer.isDone()) {
      acquired.reset();
      return;
    }
    if (transport.isClosed()) { // Closing does not reach a connection that is still being made.
      abort(Reason.CLOSED, null);
      return;
    }
    int mine = attempt;
    if (!addHeaders(acquired.headers())) {
      abort(Reason.BROKEN, null);
      return;
    }
    acquired.response().onComplete(this::read, cause -> failed(mine, cause));
    acquired
        .end(Buffer.buffer(request.body()))
        .onComplete(_ -> sent = true, cause -> failed(mine, cause));
  }

  /** False when one cannot be sent. Why is not passed on, since it might quote a secret. */
  private boolean addHeaders(MultiMap headers) {
    try {
      headers.setAll(target.headers(request.headers()));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(cause -> failed(attempt, cause));
    if (announced(response) > Transport.MAX_BODY_BYTES) {
      abort(Reason.TOO_LARGE, null);
      return;
    }
    response.endHandler(_ -> finish(response));
    response.handler(this::append);
  }

  /** The length that the answer says it has; the decoder has refused what is not a number. */
  private static long announced(HttpClientResponse response) {
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private void append(Buffer chunk) {
    int size = chunk.length() + (body == null ? 0 : body.length());
    if (size > Transport.MAX_BODY_BYTES) {
      abort(Reason.TOO_LARGE, null);
      return;
    }
    body = body == null ? chunk : body.appendBuffer(chunk);
  }

  private void finish(HttpClientResponse response) {
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    stopClock();
    answer.complete(new TransportAnswer(response.statusCode(), response.headers()::get, bytes));
  }

  /** A stream tells of its failure up to three times; what an abandoned one tells is old news. */
  private void failed(int failedAttempt, Throwable cause) {
    if (answer.isDone() || failedAttempt != attempt) {
      return;
    }
    if (stream != null && !sent && attempt < MAX_REPEATS) {
      attempt++;
      stream = null;
      // A task later the pool knows which connections are dead.
      transport.vertx().runOnContext(_ -> acquire());
      return;
    }
    Reason reason = transport.isClosed() ? Reason.CLOSED : reason(cause);
    if (reason == Reason.UNKNOWN_HOST && target.lost()) {
      acquire();
      return;
    }
    abort(reason, cause);
  }

  private Reason reason(Throwable cause) {
    return inTunnel() ? TunnelReasons.of(cause) : Reasons.of(cause);
  }

  /** Fails the answer first, since the reset is told to this exchange as a failure too. */
  private void abort(Reason reason, @Nullable Throwable cause) {
    stopClock();
    boolean first = answer.completeExceptionally(new TransportException(reason, cause));
    if (first && stream != null) {
      stream.reset();
    }
  }

  private void stopClock() {
    transport.vertx().cancelTimer(deadline);
  }
}
