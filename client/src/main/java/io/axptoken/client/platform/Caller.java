package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.Resilience;
import io.axptoken.client.resilience.CircuitBreaker;
import io.axptoken.client.resilience.RetryBudget;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one platform's calls, whichever it is, until it is closed: repeated within a budget when
 * that may help, and held back by a circuit breaker when it will not. Fetches of the access token
 * pass the breaker by: they are single and pause after failures as it is. Safe for use by many
 * threads.
 */
final class Caller implements AutoCloseable {
  private final Transport transport;
  private final boolean ownsTransport;
  private final Deadlines deadlines;
  private final LongSupplier nanoTime;
  private final Admission admission;
  private final int retries;
  private final RetryRule rule;
  private final RetryBudget budget;
  private final @Nullable CircuitBreaker<Trace> breaker;
  private final Failures failures;
  private final LastFailure lastFailure;
  private final PlatformListener listener;
  private final Dropped contexts = new Dropped("call context");
  private volatile boolean closed;

  /**
   * A caller over this transport.
   *
   * @param ownsTransport whether closing the caller closes the transport
   * @param clock for dates in answers
   * @param nanoTime for everything else, such as {@link System#nanoTime}
   */
  Caller(
      PlatformConfig config,
      Transport transport,
      boolean ownsTransport,
      InstantSource clock,
      LongSupplier nanoTime) {
    DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    Resilience resilience = config.resilience();
    this.transport = transport;
    this.ownsTransport = ownsTransport;
    this.deadlines = config.deadlines();
    this.nanoTime = nanoTime;
    this.retries = resilience.retries();
    this.rule = new RetryRule(clock, random);
    this.budget = new RetryBudget(nanoTime);
    this.listener = SafeListener.of(config.listener());
    this.breaker =
        resilience.circuitBreaker()
            ? new CircuitBreaker<>(nanoTime, random, listener::breakerChanged)
            : null;
    this.failures = new Failures(clock);
    this.lastFailure = new LastFailure(clock);
    this.admission =
        new Admission(resilience, deadlines.whole(), new Outcomes(listener, lastFailure));
  }

  /** The end of all that one token may take from now on. */
  Deadline newDeadline() {
    return Deadline.in(deadlines.whole(), nanoTime);
  }

  /** How long one attempt may take. */
  Duration attempt() {
    return deadlines.attempt();
  }

  /**
   * Begins a token, unless the very same one is under way, which is shared then, or too many others
   * are.
   *
   * @param work what is begun, with the end of its time
   */
  CompletionStage<EndUserToken> admit(
      EndUser user, Function<Deadline, ? extends CompletionStage<EndUserToken>> work) {
    return admission.admit(user, newDeadline(), work);
  }

  /**
   * Sends the request, whose timeout is that of one attempt. The future ends by the deadline, with
   * the last attempt's answer or failure, or with a {@link PlatformException} if none was made.
   */
  CompletableFuture<TransportAnswer> send(
      Call call, TransportRequest request, Deadline deadline, CallContext context) {
    budget.called();
    return new SentCall(this, call, request, deadline, context).begin();
  }

  /** Hands the request to the transport; whatever happens there ends the stage. */
  CompletionStage<TransportAnswer> attempt(TransportRequest request) {
    if (closed) {
      return CompletableFuture.failedFuture(new TransportException(Reason.CLOSED, null));
    }
    try {
      return Objects.requireNonNull(transport.send(request), "a transport's stage");
    } catch (Throwable e) { // A transport that throws must not leave its callers waiting.
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The breaker that the call has to pass, or {@code null} if it need not. */
  @Nullable CircuitBreaker<Trace> breaker(Call call) {
    return call == Call.END_USER_TOKEN ? breaker : null;
  }

  /** What a call is told that the breaker holds back. */
  static PlatformException heldBack(CircuitBreaker<Trace> breaker) {
    Trace last = breaker.cause();
    Trace trace =
        last == null ? Failures.noAnswer(Call.END_USER_TOKEN, Cause.HELD_BACK) : last.heldBackNow();
    return new PlatformException(new Unavailable(trace, breaker.pause()));
  }

  /** How long to wait before the call is repeated, or {@code null} if it ends here. */
  @Nullable Duration pause(
      @Nullable TransportAnswer answer, @Nullable Throwable error, int retriesDone) {
    if (retriesDone >= retries) {
      return null;
    }
    if (answer != null) {
      return rule.pause(answer, retriesDone);
    }
    return error == null ? null : rule.pause(error, retriesDone);
  }

  RetryBudget budget() {
    return budget;
  }

  Transport transport() {
    return transport;
  }

  Failures failures() {
    return failures;
  }

  LastFailure lastFailure() {
    return lastFailure;
  }

  /** How things stand with this access token. */
  PlatformStatus status(PlatformStatus.AccessToken accessToken) {
    Breaker state = breaker == null ? Breaker.OFF : breaker.state();
    return new PlatformStatus(accessToken, state, lastFailure.last());
  }

  /** Hears of the calls; whatever it does, nothing comes back. */
  PlatformListener listener() {
    return listener;
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  /** The context, made harmless. */
  CallContext safe(CallContext context) {
    return SafeContext.of(context, contexts);
  }

  /**
   * Sends nothing any more, ends what is under way, and lets go of the transport if it is owned.
   */
  @Override
  public void close() {
    closed = true;
    admission.close();
    if (ownsTransport) {
      transport.close();
    }
  }
}
