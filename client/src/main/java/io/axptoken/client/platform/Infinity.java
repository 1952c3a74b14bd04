package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.AccessToken.Stage;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Avaya Infinity: one call per end-user token, by a grant of the platform's own. There is no access
 * token to keep, no application key, and no say in how long a token lives.
 */
public final class Infinity implements TokenPlatform {
  /** What is believed of a token when neither itself nor its answer tells. */
  static final Duration USUAL_LIFETIME = Duration.ofMinutes(10);

  private final PlatformConfig config;
  private final Caller caller;
  private final InstantSource clock;
  private final InfinityWire wire;
  private final Failures failures;

  /**
   * Makes no call yet.
   *
   * @param ownsTransport whether closing this platform closes the transport
   * @param clock for the life of tokens
   * @param nanoTime for deadlines, such as {@link System#nanoTime}
   */
  public Infinity(
      PlatformConfig config,
      Transport transport,
      boolean ownsTransport,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.config = config;
    this.clock = new SureClock(clock);
    this.caller = new Caller(config, transport, ownsTransport, this.clock, nanoTime);
    this.wire = new InfinityWire(config);
    this.failures = new Failures(this.clock);
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user) {
    return issue(user, CallContext.NONE);
  }

  @Override
  public CompletionStage<EndUserToken> issue(EndUser user, CallContext context) {
    CallContext safe = caller.safe(context);
    return caller.admit(user, deadline -> ask(user, deadline, safe));
  }

  private CompletableFuture<EndUserToken> ask(
      EndUser user, Deadline deadline, CallContext context) {
    CompletableFuture<EndUserToken> result = new CompletableFuture<>();
    Secret held = config.clientSecret().held();
    CompletionStage<TransportAnswer> call =
        held != null
            ? send(held, user, deadline, context)
            : Secrets.of(config.clientSecret(), Call.END_USER_TOKEN, config.deadlines().whole())
                .thenCompose(secret -> send(secret, user, deadline, context));
    call.whenComplete((answer, error) -> complete(result, answer, error));
    return result;
  }

  private CompletableFuture<TransportAnswer> send(
      Secret secret, EndUser user, Deadline deadline, CallContext context) {
    TransportRequest request = wire.endUserToken(secret, user, caller.attempt());
    return caller.send(Call.END_USER_TOKEN, request, deadline, context);
  }

  /** There is nothing to prepare: nothing is kept between calls. */
  @Override
  public CompletionStage<Void> prepare() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public PlatformStatus status() {
    return caller.status(PlatformStatus.AccessToken.absent(Stage.NOT_USED));
  }

  @Override
  public void close() {
    caller.close();
  }

  private void complete(
      CompletableFuture<EndUserToken> result,
      @Nullable TransportAnswer answer,
      @Nullable Throwable error) {
    try {
      EndUserToken token = issued(answer, error);
      caller.lastFailure().ended(Call.END_USER_TOKEN);
      result.complete(token);
    } catch (Throwable e) { // Else nobody would ever hear of it.
      PlatformException failed = failures.exception(Call.END_USER_TOKEN, e);
      caller.lastFailure().remember(failed.failure());
      result.completeExceptionally(failed);
    }
  }

  private EndUserToken issued(@Nullable TransportAnswer answer, @Nullable Throwable error) {
    if (answer == null) {
      throw failures.exception(Call.END_USER_TOKEN, Causes.orMissing(error));
    }
    if (!AxpAnswers.isSuccess(answer)) {
      throw new PlatformException(InfinityRefusal.of(answer, failures));
    }
    TokenField field = TokenField.read(answer, "access_token");
    String token = field.token();
    if (token == null) {
      throw new PlatformException(failures.badAnswer(Call.END_USER_TOKEN, answer, Cause.NO_TOKEN));
    }
    Instant end = TokenExpiry.of(token, clock.instant(), believed(field.lifetime()));
    if (end == null) {
      throw new PlatformException(
          failures.badAnswer(Call.END_USER_TOKEN, answer, Cause.EXPIRED_TOKEN));
    }
    return new EndUserToken(token, end);
  }

  private static Duration believed(@Nullable Duration told) {
    return told != null && told.isPositive() && told.compareTo(TokenExpiry.FURTHEST) <= 0
        ? told
        : USUAL_LIFETIME;
  }
}
