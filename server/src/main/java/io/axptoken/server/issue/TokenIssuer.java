package io.axptoken.server.issue;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.TokenPlatform;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.issue.TokenAnswer.Fault;
import io.axptoken.server.issue.TokenAnswer.Issued;
import io.axptoken.server.issue.TokenAnswer.Refused;
import io.axptoken.server.issue.TokenAnswer.Shortage;
import io.axptoken.server.issue.TokenAnswer.Unacceptable;
import io.axptoken.server.issue.TokenAnswer.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The use case: an identified end user gets a token from the platform, or a reason why not. */
public final class TokenIssuer {
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final TokenPlatform platform;
  private final FailureLog failures;
  private final IntegrationLabel label;
  private final @Nullable TokenReuse reuse;

  /**
   * Issues tokens of this platform.
   *
   * @param reuse hands them out again, or {@code null}: then each answer is a new token
   */
  public TokenIssuer(
      Vertx vertx,
      TokenPlatform platform,
      FailureLog failures,
      IntegrationLabel label,
      @Nullable TokenReuse reuse) {
    this.label = label;
    this.reuse = reuse;
    this.vertx = vertx;
    this.platform = platform;
    this.failures = failures;
  }

  /**
   * Gets ready for the first user in the background; a failure is logged and does no harm. The
   * stage ends when there is nothing more to be done.
   */
  public CompletionStage<?> prepare() {
    return platform
        .prepare()
        .handle((_, error) -> {
          if (unwrap(error) instanceof PlatformException refusal) {
            failures.report(refusal.failure(), label, null);
          }
          return label;
        });
  }

  /**
   * The user's token that may be handed out again, else a new one of the platform. The future
   * completes on the caller's context; it fails only when there is a bug.
   *
   * @param requestId the caller's request, for the log
   * @param context accompanies a request to the platform
   */
  public Future<TokenAnswer> tokenFor(IdentifiedUser user, String requestId, CallContext context) {
    Future<TokenAnswer> kept = reuse == null ? null : reuse.find(user);
    return kept != null
        ? kept
        : Future.fromCompletionStage(newTokenFor(user, context), vertx.getOrCreateContext())
            .transform((token, error) -> answer(token, error, requestId));
  }

  private CompletionStage<EndUserToken> newTokenFor(IdentifiedUser user, CallContext context) {
    return reuse == null
        ? platform.issue(user.user(), context)
        : reuse.fetch(user, asked -> platform.issue(asked, context));
  }

  /** Whether tokens are handed out again, so that users can sign out. */
  public boolean reusesTokens() {
    return reuse != null;
  }

  /** Forgets the user's token; one that is under way is not kept either. */
  public void signOut(IdentifiedUser user) {
    if (reuse != null) {
      reuse.signOut(user);
    }
  }

  private Future<TokenAnswer> answer(
      @Nullable EndUserToken token, @Nullable Throwable error, String requestId) {
    if (token != null) {
      return Future.succeededFuture(new Issued(token, false));
    }
    if (unwrap(error) instanceof PlatformException refusal) {
      failures.report(refusal.failure(), label, requestId);
      return Future.succeededFuture(answerTo(refusal.failure()));
    }
    return Future.failedFuture(error);
  }

  private static @Nullable Throwable unwrap(@Nullable Throwable error) {
    return error instanceof CompletionException ? error.getCause() : error;
  }

  private static TokenAnswer answerTo(PlatformFailure failure) {
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS -> new Refused(Fault.PLATFORM_REJECTED_CREDENTIALS);
      case REJECTED_REQUEST -> new Refused(Fault.PLATFORM_REJECTED_REQUEST);
      case REJECTED_USER -> unacceptable(failure);
      case BAD_ANSWER -> new Refused(Fault.PLATFORM_BAD_ANSWER);
      case BUSY -> later(Shortage.PLATFORM_BUSY, failure);
      case UNAVAILABLE -> later(Shortage.PLATFORM_UNAVAILABLE, failure);
      case OVERLOADED -> later(Shortage.OVERLOADED, failure);
      case TIMED_OUT -> later(Shortage.PLATFORM_TIMEOUT, failure);
    };
  }

  private static TokenAnswer unacceptable(PlatformFailure failure) {
    return failure instanceof PlatformFailure.RejectedUser rejected
        ? new Unacceptable(rejected.violation())
        : new Refused(Fault.PLATFORM_REJECTED_REQUEST);
  }

  private static TokenAnswer later(Shortage shortage, PlatformFailure failure) {
    return new Unavailable(shortage, orDefault(failure.retryAfter()));
  }

  private static Duration orDefault(@Nullable Duration retryAfter) {
    return retryAfter == null ? DEFAULT_RETRY_AFTER : retryAfter;
  }
}
