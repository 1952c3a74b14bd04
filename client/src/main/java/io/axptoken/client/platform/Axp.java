package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.auth.AccessToken;
import io.axptoken.client.auth.AccessTokens;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The Avaya Experience Platform: a service access token by client credentials, kept between calls,
 * and with it one call per end-user token.
 */
public final class Axp implements TokenPlatform {
  /* A fetch that a transport forgot would be waited for by everybody and for ever. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final PlatformConfig config;
  private final Caller caller;
  private final InstantSource clock;
  private final AxpWire wire;
  private final Failures failures;
  private final AccessTokens tokens;
  private final Duration longestFetch;
  private final SharedGrants grants;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes no call yet.
   *
   * @param ownsTransport whether closing this platform closes the transport
   * @param clock for the life of tokens
   * @param nanoTime for deadlines, such as {@link System#nanoTime}
   */
  public Axp(
      PlatformConfig config,
      Transport transport,
      boolean ownsTransport,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.config = config;
    this.clock = new SureClock(clock);
    this.caller = new Caller(config, transport, ownsTransport, this.clock, nanoTime);
    this.longestFetch = config.deadlines().whole().plus(GRACE);
    this.wire = new AxpWire(config);
    this.failures = new Failures(this.clock);
    this.grants = SharedGrants.join(transport);
    AccessTokenFetch fetch =
        new AccessTokenFetch(config, caller, wire, longestFetch, this.clock, grants, nanoTime);
    this.tokens = new AccessTokens(fetch, this.clock, nanoTime);
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user) {
    return issue(user, CallContext.NONE);
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user, CallContext context) {
    CallContext safe = caller.safe(context);
    return caller.admit(
        user, deadline -> new Issuance(this, wire.body(user), deadline, safe).begin());
  }

  @Override
  public CompletionStage<Void> prepare() {
    CompletableFuture<Void> result = new CompletableFuture<>();
    CompletableFuture<AccessToken> token = accessToken(caller.newDeadline(), CallContext.NONE);
    CompletionStage<AccessToken> told =
        token.isDone() ? token : token.whenCompleteAsync((done, error) -> {}, Aside.THREADS);
    told.whenComplete((done, error) -> prepared(result, error));
    return result;
  }

  private void prepared(CompletableFuture<Void> result, @Nullable Throwable error) {
    if (error == null) {
      result.complete(null);
    } else {
      PlatformException failed = failures.exception(Call.ACCESS_TOKEN, Causes.of(error));
      caller.lastFailure().remember(failed.failure());
      result.completeExceptionally(failed);
    }
  }

  @Override
  public PlatformStatus status() {
    return caller.status(tokens.status());
  }

  @Override
  public void close() {
    caller.close();
    if (closed.compareAndSet(false, true)) {
      grants.leave();
    }
    tokens.abandon(new TransportException(Reason.CLOSED, null));
  }

  /** The access token, cached or fetched, waited for no longer than the deadline allows. */
  CompletableFuture<AccessToken> accessToken(Deadline deadline, CallContext context) {
    CompletableFuture<AccessToken> shared = tokens.fetched(context);
    return shared.isDone()
        ? shared
        : shared.copy().orTimeout(deadline.left(longestFetch).toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The token as it is handed out, or {@code null} if it has ended already. */
  @Nullable EndUserToken endUserToken(String text) {
    Instant end = TokenExpiry.of(text, clock.instant(), config.tokenLifetime());
    return end == null ? null : new EndUserToken(text, end);
  }

  Caller caller() {
    return caller;
  }

  AccessTokens tokens() {
    return tokens;
  }

  /**
   * Forgets a token that the platform refused.
   *
   * @return whether the call is worth repeating
   */
  boolean reject(AccessToken token) {
    grants.refused(token.headers()); // First: what is fetched from now on must be another one.
    return tokens.reject(token);
  }

  AxpWire wire() {
    return wire;
  }

  Failures failures() {
    return failures;
  }
}
