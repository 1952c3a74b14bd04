package io.axptoken.client.platform;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.Secret;
import io.axptoken.client.SecretSource;
import io.axptoken.client.auth.Causes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The client secret, asked for when a call needs it: code of the library's user runs on a thread of
 * its own, for it may block.
 */
final class Secrets {
  private static final Dropped DROPPED = new Dropped("supplier of the client secret");

  private Secrets() {}

  /**
   * The secret for that call; fails with a {@link PlatformException} that says why there is none.
   *
   * @param longest how long it is waited for
   */
  static CompletableFuture<Secret> of(SecretSource source, Call call, Duration longest) {
    Secret held = source.held();
    return held != null ? CompletableFuture.completedFuture(held) : asked(source, call, longest);
  }

  private static CompletableFuture<Secret> asked(SecretSource source, Call call, Duration longest) {
    CompletableFuture<@Nullable Secret> answer = new CompletableFuture<>();
    Aside.THREADS.execute(() -> ask(source, answer));
    return answer
        .orTimeout(longest.toNanos(), TimeUnit.NANOSECONDS)
        .handleAsync((secret, error) -> sound(secret, error, call), Aside.THREADS);
  }

  private static void ask(SecretSource source, CompletableFuture<@Nullable Secret> answer) {
    try {
      CompletionStage<? extends @Nullable Secret> stage = source.ask();
      if (stage == null) {
        answer.complete(null);
        return;
      }
      stage.whenComplete((secret, error) -> {
        if (error == null) {
          answer.complete(secret);
        } else {
          answer.completeExceptionally(error);
        }
      });
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  private static Secret sound(@Nullable Secret secret, @Nullable Throwable error, Call call) {
    if (secret != null) {
      return secret;
    }
    throw new PlatformException(
        new RejectedCredentials(
            Failures.noAnswer(call, Cause.SECRET_UNREADABLE).withDetail(detail(error))));
  }

  /** What the supplier did, without its message, which may quote the secret. */
  private static String detail(@Nullable Throwable error) {
    if (error == null) {
      return "its supplier gave null";
    }
    Throwable cause = Causes.of(error);
    DROPPED.met(cause);
    return cause instanceof TimeoutException
        ? "its supplier did not answer in time"
        : "its supplier threw " + cause.getClass().getName();
  }
}
