package io.axptoken.client.platform;

import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
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
  private final CompletableFuture<EndUserToken> result = new CompletableFuture<>();
  private boolean renewed;

  Issuance(Axp axp, byte[] body, Deadline deadline) {
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
    axp.accessToken(deadline)
        .whenComplete((token, error) -> {
          if (error == null) {
            ask(token);
          } else {
            fail(axp.failures().of(Call.ACCESS_TOKEN, Causes.of(error)));
          }
        });
  }

  private void ask(AccessToken token) {
    CompletionStage<TransportAnswer> call =
        axp.caller()
            .send(
                Call.END_USER_TOKEN,
                axp.wire().endUserToken(token.headers(), body, axp.caller().attempt()),
                deadline);
    call.whenComplete((answer, error) -> answered(token, answer, error));
  }

  private void answered(
      AccessToken token, @Nullable TransportAnswer answer, @Nullable Throwable error) {
    try {
      judge(token, answer, error);
    } catch (RuntimeException e) { // Else nobody would ever hear of it.
      fail(axp.failures().of(Call.END_USER_TOKEN, e));
    }
  }

  private void judge(
      AccessToken token, @Nullable TransportAnswer answer, @Nullable Throwable error) {
    if (answer == null) {
      fail(axp.failures().of(Call.END_USER_TOKEN, Causes.orMissing(error)));
    } else if (AxpAnswers.isSuccess(answer)) {
      token.prove();
      succeed(answer);
    } else {
      refused(token, answer);
    }
  }

  private void succeed(TransportAnswer answer) {
    String token = AxpAnswers.endUserToken(answer);
    if (token == null) {
      fail(axp.failures().badAnswer(Call.END_USER_TOKEN, answer, "no jwtToken in the answer"));
    } else {
      result.complete(axp.endUserToken(token));
    }
  }

  private void refused(AccessToken token, TransportAnswer answer) {
    PlatformFailure failure = axp.failures().of(Call.END_USER_TOKEN, answer);
    if (failure instanceof PlatformFailure.RejectedCredentials) {
      axp.tokens().reject(token, new PlatformException(failure));
    }
    if (answer.status() == UNAUTHORIZED && !renewed) {
      renewed = true;
      fetchAndAsk();
    } else {
      fail(failure);
    }
  }

  private void fail(PlatformFailure failure) {
    result.completeExceptionally(new PlatformException(failure));
  }
}
