package io.axptoken.client.platform;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.resilience.ConcurrencyLimit;
import io.axptoken.client.resilience.SharedCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The door that every request for a token comes through: who asks for the very same as somebody
 * before, whose token is still under way, shares it; beyond a number of them nobody gets in.
 */
final class Admission {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SharedCalls<EndUser, EndUserToken> underWay = new SharedCalls<>();
  private final ConcurrencyLimit limit;

  Admission(int maxConcurrent) {
    this.limit = new ConcurrencyLimit(maxConcurrent);
  }

  /** The token under way for the very same user, or the one that is begun now. */
  CompletionStage<EndUserToken> admit(
      EndUser user, Supplier<? extends CompletionStage<EndUserToken>> begin) {
    CompletableFuture<EndUserToken> mine = new CompletableFuture<>();
    CompletableFuture<EndUserToken> shared = underWay.join(user, mine);
    if (shared != null) {
      return shared.minimalCompletionStage();
    }
    if (!limit.enter()) {
      underWay.leave(user, mine);
      mine.completeExceptionally(overloaded());
    } else {
      begin(user, begin, mine);
    }
    return mine.minimalCompletionStage(); // Nobody ends it for those who share it.
  }

  private void begin(
      EndUser user,
      Supplier<? extends CompletionStage<EndUserToken>> begin,
      CompletableFuture<EndUserToken> mine) {
    CompletionStage<EndUserToken> begun;
    try {
      begun = begin.get();
    } catch (Throwable e) { // Even after an error the place must be free again.
      begun = CompletableFuture.failedFuture(e);
    }
    begun.whenComplete((token, error) -> {
      limit.leave();
      underWay.leave(user, mine);
      if (error == null) {
        mine.complete(token);
      } else {
        mine.completeExceptionally(error);
      }
    });
  }

  private PlatformException overloaded() {
    String hint = limit.taken() + " tokens are under way";
    return new PlatformException(
        new Overloaded(Failures.noAnswer(Call.END_USER_TOKEN, hint), RETRY_AFTER));
  }
}
