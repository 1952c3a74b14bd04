package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Everything happens on one event loop, so nothing is synchronized; the
 * first outcome counts.
 */
final class PlatformCall {
  /** So many dead connections in a row mean that something else is wrong. */
  private static final int MAX_REPEATS = 3;

  private final Loop loop;
  private final Route route;
  private final RequestHead head;
  private final TransportRequest request;
  private final ContextInternal context;
  private final CompletableFuture<TransportAnswer> answer;
  private final Deadlines.Deadline deadline;
  private @Nullable Connection connection;
  private int repeats;
  private boolean done;

  /**
   * Begins to count the time.
   *
   * @param context in which the answer is completed
   */
  PlatformCall(
      Loop loop,
      Route route,
      RequestHead head,
      TransportRequest request,
      ContextInternal context,
      CompletableFuture<TransportAnswer> answer) {
    this.loop = loop;
    this.route = route;
    this.head = head;
    this.request = request;
    this.context = context;
    this.answer = answer;
    this.deadline = loop.deadlines().add(request.timeout(), this::timeUp);
  }

  /** Looks for a connection. */
  void start() {
    loop.connections(route).find(this);
  }

  /** There is a connection, which is free. */
  void begin(Connection found) {
    connection = found;
    found.carry(this, head, request.body());
  }

  /** All of the answer is there. */
  void answered(TransportAnswer whole) {
    if (end()) {
      tell(whole, answer::complete);
    }
  }

  /** The connection broke; if nothing of the request went out, another one may do. */
  void lost(Throwable cause, boolean sent) {
    connection = null;
    if (sent || repeats == MAX_REPEATS) {
      fail(Reasons.of(cause), cause);
    } else {
      repeats++;
      start();
    }
  }

  /** No connection could be made. */
  void unreachable(Throwable cause) {
    fail(
        route.isTunnelled()
            ? TunnelReasons.of(cause)
            : new TransportException(Reasons.of(cause), cause));
  }

  private void timeUp() {
    Connection used = connection;
    if (used != null) {
      used.abandon();
      fail(Reason.TIMED_OUT, null);
    } else {
      loop.connections(route).forget(this);
      fail(route.isTunnelled() ? Reason.PROXY_TIMED_OUT : Reason.TIMED_OUT, null);
    }
  }

  void fail(Reason reason, @Nullable Throwable cause) {
    fail(new TransportException(reason, cause));
  }

  private void fail(TransportException why) {
    if (end()) {
      var failure = loop.isClosed() ? new TransportException(Reason.CLOSED, why.getCause()) : why;
      tell(failure, answer::completeExceptionally);
    }
  }

  private <T> void tell(T outcome, Handler<T> teller) {
    try {
      context.emit(outcome, teller);
    } catch (
        RejectedExecutionException
            e) { // The caller's threads have ended; the caller may still wait.
      teller.handle(outcome);
    }
  }

  /** False if it has ended before. */
  private boolean end() {
    boolean first = !done;
    done = true;
    deadline.leave();
    return first;
  }
}
