package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.auth.AccessToken;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.transport.TransportAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One token on its way: an access token, the end-user call, and once more from the beginning if the
 * access token turns out to be refused.
 */
final class Issuance {
  private static final int UNAUTHORIZED = 401;

  private final Axp axp;
  private final byte[] body;
  private final Deadline deadline;
  private final CallContext context;
  private final CompletableFuture<EndUserToken> result = new CompletableFuture<>();
  private boolean renewed;

  Issuance(Axp axp, byte[] body, Deadline deadline, CallContext context) {
    this.context = context;
    this.axp = axp;
    this.body = body;
    this.deadline = deadline;
  }

  CompletableFuture<EndUserToken> begin() {
    AccessToken token = axp.tokens().ready();
    if (token != null) {
      ask(token);
    } else {
      fetchAndAsk();
    }
    return result;
  }

  private void fetchAndAsk() {
    CompletableFuture<AccessToken> fetched = axp.accessToken(deadline, context);
    boolean alone = fetched.isDone();
    CompletionStage<AccessToken> stage = fetched;
    stage.whenComplete((token, error) -> {
      if (error == null) {
        askOrFail(token);
      } else {
        PlatformException failure = axp.failures().exception(Call.ACCESS_TOKEN, Causes.of(error));
        if (alone) {
          fail(failure);
        } else { // Others wait for the same fetch.
          Aside.THREADS.execute(() -> fail(failure));
        }
      }
    });
  }

  /** As {@link #ask}, where nobody else would hear of what is thrown. */
  private void askOrFail(AccessToken token) {
    try {
      ask(token);
    } catch (Throwable e) {
      fail(axp.failures().exception(Call.END_USER_TOKEN, e));
    }
  }

  private void ask(AccessToken token) {
    CompletionStage<TransportAnswer> call =
        axp.caller()
            .send(
                Call.END_USER_TOKEN,
                axp.wire().endUserToken(token.headers(), body, axp.caller().attempt()),
                deadline,
                context);
    call.whenComplete((answer, error) -> answered(token, answer, error));
  }

  private void answered(
      AccessToken token, @Nullable TransportAnswer answer, @Nullable Throwable error) {
    try {
      judge(token, answer, error);
    } catch (Throwable e) { // Else nobody would ever hear of it.
      fail(axp.failures().exception(Call.END_USER_TOKEN, e));
    }
  }

  private void judge(
      AccessToken token, @Nullable TransportAnswer answer, @Nullable Throwable error) {
    if (answer == null) {
      fail(axp.failures().exception(Call.END_USER_TOKEN, Causes.orMissing(error)));
    } else if (AxpAnswers.isSuccess(answer)) {
      succeed(answer);
    } else {
      refused(token, answer);
    }
  }

  private void succeed(TransportAnswer answer) {
    if (renewed) {
      axp.tokens().renewed();
    }
    String text = AxpAnswers.endUserToken(answer);
    if (text == null) {
      fail(axp.failures().badAnswer(Call.END_USER_TOKEN, answer, Cause.NO_TOKEN));
      return;
    }
    EndUserToken token = axp.endUserToken(text);
    if (token == null) {
      fail(axp.failures().badAnswer(Call.END_USER_TOKEN, answer, Cause.EXPIRED_TOKEN));
    } else {
      axp.caller().lastFailure().ended(Call.END_USER_TOKEN);
      result.complete(token);
    }
  }

  /** Only 401 says that the access token is at fault (RFC 6750, 3.1). */
  private void refused(AccessToken token, TransportAnswer answer) {
    PlatformFailure failure = axp.failures().of(Call.END_USER_TOKEN, answer);
    if (answer.status() != UNAUTHORIZED) {
      fail(failure);
    } else if (renewed) {
      axp.tokens().renewedInVain(new PlatformException(failure));
      fail(failure);
    } else if (axp.reject(token)) {
      renewed = true;
      fetchAndAsk();
    } else {
      fail(failure);
    }
  }

  private void fail(PlatformFailure failure) {
    fail(new PlatformException(failure));
  }

  private void fail(PlatformException failed) {
    axp.caller().lastFailure().remember(failed.failure());
    result.completeExceptionally(failed);
  }
}
