package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.CallContext.Attempt;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.resilience.CircuitBreaker;
import io.axptoken.client.resilience.CircuitBreaker.Permit;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call with its repetitions; its attempts follow each other and never overlap. */
final class SentCall
    implements BiConsumer<@Nullable TransportAnswer, @Nullable Throwable>, Runnable {
  /** An attempt that has less time is not begun. */
  private static final Duration SHORTEST_ATTEMPT = Duration.ofMillis(100);

  private final Caller caller;
  private final Call call;
  private final TransportRequest request;
  private final Deadline deadline;
  private final CallContext context;
  private final @Nullable CircuitBreaker<Trace> breaker;
  private final CompletableFuture<TransportAnswer> result = new CompletableFuture<>();
  private @Nullable Permit permit;
  private int retriesDone;
  private long sentAt;
  private Attempt attempt = Attempt.NONE;

  /* The end of the last attempt, which counts if no other is made. */
  private @Nullable TransportAnswer answer;
  private @Nullable Throwable error;

  SentCall(
      Caller caller, Call call, TransportRequest request, Deadline deadline, CallContext context) {
    this.context = context;
    this.caller = caller;
    this.call = call;
    this.request = request;
    this.deadline = deadline;
    this.breaker = caller.breaker(call);
  }

  CompletableFuture<TransportAnswer> begin() {
    Duration timeout = deadline.left(request.timeout());
    if (!timeout.isPositive()) {
      error = new PlatformException(new TimedOut(Failures.noAnswer(call, Cause.TIMED_OUT)));
      end();
    } else if (mayPass()) {
      send(timeout);
    } else if (breaker != null) {
      error = Caller.heldBack(breaker);
      end();
    }
    return result;
  }

  private boolean mayPass() {
    permit = breaker == null ? null : breaker.enter();
    return breaker == null || permit != null;
  }

  private void send(Duration timeout) {
    TransportRequest timed =
        timeout.equals(request.timeout())
            ? request
            : new TransportRequest(request.uri(), request.headers(), request.body(), timeout);
    sentAt = caller.nanoTime();
    attempt = context.begin(call, request.uri(), retriesDone);
    caller.attempt(SafeContext.sent(timed, attempt)).whenComplete(this);
  }

  /** Takes the end of an attempt. */
  @Override
  public void accept(@Nullable TransportAnswer received, @Nullable Throwable failed) {
    try {
      take(received, failed);
      tellListener();
      decide();
    } catch (Throwable e) { // Else nobody would ever hear of it.
      end();
    }
  }

  private void take(@Nullable TransportAnswer received, @Nullable Throwable failed) {
    answer = null;
    error = null;
    try {
      answer = received == null ? null : ContentCoding.decoded(received);
    } catch (TransportException e) {
      error = e;
    }
    if (answer == null && error == null) {
      error = Causes.orMissing(failed);
    }
  }

  private void decide() {
    Duration pause = caller.pause(answer, error, retriesDone);
    boolean again = pause != null && fits(pause) && caller.budget().take();
    if (!again || !RetryRule.mayBeStale(error, retriesDone)) {
      tellBreaker();
    }
    if (!again || pause == null) {
      end();
      return;
    }
    caller.listener().retried(call, AttemptOutcome.cause(answer, error));
    retriesDone++;
    if (pause.isZero()) {
      run();
    } else {
      caller.transport().after(pause, this);
    }
  }

  private void tellListener() {
    Duration took = Duration.ofNanos(caller.nanoTime() - sentAt);
    StatusClass status = AttemptOutcome.statusClass(answer, error);
    caller.listener().answered(call, status, took);
    attempt.ended(status, answer == null ? 0 : answer.status());
  }

  private boolean fits(Duration pause) {
    return deadline.left(request.timeout()).minus(pause).compareTo(SHORTEST_ATTEMPT) >= 0;
  }

  /** Makes the next attempt, unless meanwhile it became pointless. */
  @Override
  public void run() {
    try {
      repeat();
    } catch (Throwable e) { // A timer tells nobody.
      end();
    }
  }

  private void repeat() {
    Duration timeout = deadline.left(request.timeout());
    if (timeout.isPositive() && mayPass()) {
      send(timeout);
    } else {
      end();
    }
  }

  private void tellBreaker() {
    if (breaker == null || permit == null) {
      return;
    }
    PlatformFailure sick = sickness();
    if (sick != null) {
      breaker.failed(permit, sick.trace());
    } else if (answer != null || isTooLarge()) {
      breaker.succeeded(permit);
    }
  }

  /** What shows that the platform does not work, or {@code null} if nothing does. */
  private @Nullable PlatformFailure sickness() {
    if (answer != null) {
      return answer.status() >= 500 ? caller.failures().of(call, answer) : null;
    }
    return error == null || isTooLarge() || isOurs() ? null : caller.failures().of(call, error);
  }

  /** What says nothing of the platform. */
  private boolean isOurs() {
    return isReason(Reason.CLOSED) || isReason(Reason.NOT_SENT);
  }

  /** Whoever answers too much works. */
  private boolean isTooLarge() {
    return isReason(Reason.TOO_LARGE) || isReason(Reason.HEAD_TOO_LARGE);
  }

  private boolean isReason(Reason reason) {
    return error instanceof TransportException transport && transport.reason() == reason;
  }

  private void end() {
    if (answer != null) {
      result.complete(answer);
    } else {
      result.completeExceptionally(Causes.orMissing(error));
    }
  }
}
