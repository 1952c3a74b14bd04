package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformListener.Trigger;
import io.axptoken.client.Secret;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.auth.Grant;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Fetches AXP's service access token, and tells the listener how that went. */
final class AccessTokenFetch implements BiFunction<Trigger, CallContext, CompletionStage<Grant>> {
  private final PlatformConfig config;
  private final Caller caller;
  private final AxpWire wire;
  private final Duration longest;
  private final InstantSource clock;
  private final SharedGrants grants;
  private final LongSupplier nanoTime;

  AccessTokenFetch(
      PlatformConfig config,
      Caller caller,
      AxpWire wire,
      Duration longest,
      InstantSource clock,
      SharedGrants grants,
      LongSupplier nanoTime) {
    this.grants = grants;
    this.nanoTime = nanoTime;
    this.config = config;
    this.caller = caller;
    this.wire = wire;
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Grant> apply(Trigger trigger, CallContext context) {
    long began = caller.nanoTime();
    Duration whole = config.deadlines().whole();
    return Secrets.of(config.clientSecret(), Call.ACCESS_TOKEN, whole)
        .whenComplete((secret, error) -> {
          if (error != null) {
            failed(trigger, took(began), caller.failures().of(Call.ACCESS_TOKEN, Causes.of(error)));
          }
        })
        .thenCompose(secret -> granted(secret, trigger, context));
  }

  /** By a call of its own, unless another platform of the same client makes or made one. */
  private CompletionStage<Grant> granted(Secret secret, Trigger trigger, CallContext context) {
    return grants.get(wire.client(secret, nanoTime), () -> fetch(secret, trigger, context));
  }

  private CompletionStage<Grant> fetch(Secret secret, Trigger trigger, CallContext context) {
    long began = caller.nanoTime();
    Instant askedAt = clock.instant();
    return begin(secret, context)
        .whenComplete((grant, error) -> {
          if (grant != null) {
            fetched(trigger, took(began), askedAt.plus(grant.usable()));
          } else {
            Throwable cause = Causes.orMissing(error);
            failed(trigger, took(began), caller.failures().of(Call.ACCESS_TOKEN, cause));
          }
        });
  }

  private Duration took(long began) {
    return Duration.ofNanos(caller.nanoTime() - began);
  }

  private void fetched(Trigger trigger, Duration took, Instant expiresAt) {
    caller.lastFailure().ended(Call.ACCESS_TOKEN);
    caller.listener().accessTokenFetched(trigger, null, took, expiresAt);
  }

  private void failed(Trigger trigger, Duration took, PlatformFailure failure) {
    caller.lastFailure().remember(failure);
    caller.listener().accessTokenFetched(trigger, failure, took, null);
  }

  private CompletionStage<Grant> begin(Secret secret, CallContext context) {
    try {
      return send(secret, caller.newDeadline(), context)
          .orTimeout(longest.toNanos(), TimeUnit.NANOSECONDS)
          .handle(this::granted);
    } catch (Throwable e) { // The listener is told of these, too.
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<TransportAnswer> send(
      Secret secret, Deadline deadline, CallContext context) {
    TransportRequest request = wire.accessToken(secret, caller.attempt());
    return caller.send(Call.ACCESS_TOKEN, request, deadline, context);
  }

  private Grant granted(@Nullable TransportAnswer answer, @Nullable Throwable error) {
    Failures failures = caller.failures();
    if (answer == null) {
      throw failures.exception(Call.ACCESS_TOKEN, Causes.orMissing(error));
    }
    if (!AxpAnswers.isSuccess(answer)) {
      throw new PlatformException(failures.of(Call.ACCESS_TOKEN, answer));
    }
    Grant grant = AxpAnswers.grant(answer, wire::headersWith);
    if (grant == null) {
      throw new PlatformException(failures.badAnswer(Call.ACCESS_TOKEN, answer, Cause.NO_TOKEN));
    }
    return grant;
  }
}
