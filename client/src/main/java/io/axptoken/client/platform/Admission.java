package io.axptoken.client.platform;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.resilience.ConcurrencyLimit;
import io.axptoken.client.resilience.SharedCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door that every request for a token comes through: who asks for the very same as somebody
 * before, whose token is still under way, shares it; beyond a number of them nobody gets in.
 * Whoever got in gets out: what has not ended by its deadline is ended here, whatever became of it.
 */
final class Admission {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SharedCalls<EndUser, Admitted> underWay = new SharedCalls<>();
  private final ConcurrencyLimit limit;
  private final LongSupplier nanoTime;
  private final long longest;
  private final LastResort lastResort;

  /**
   * Nobody is under way.
   *
   * @param whole how long one token may take; a moment later it is ended as timed out
   */
  Admission(int maxConcurrent, Duration whole, LongSupplier nanoTime) {
    this.limit = new ConcurrencyLimit(maxConcurrent);
    this.nanoTime = nanoTime;
    this.longest = whole.toNanos();
    this.lastResort = new LastResort(whole, this::sweep);
  }

  /** The token under way for the very same user, or the one that is begun now. */
  CompletionStage<EndUserToken> admit(
      EndUser user, Supplier<? extends CompletionStage<EndUserToken>> begin) {
    Admitted mine = new Admitted(user, nanoTime.getAsLong());
    Admitted shared = underWay.join(user, mine);
    if (shared != null) {
      return shared.whenCompleteAsync((token, error) -> {}, Aside.THREADS).minimalCompletionStage();
    }
    if (!limit.enter()) {
      underWay.leave(user, mine);
      mine.completeExceptionally(overloaded());
    } else {
      begin(begin, mine);
    }
    return mine.minimalCompletionStage(); // Nobody ends it for those who share it.
  }

  private void begin(Supplier<? extends CompletionStage<EndUserToken>> begin, Admitted mine) {
    mine.inside.set(true);
    lastResort.watch();
    CompletionStage<EndUserToken> begun;
    try {
      begun = begin.get();
    } catch (Throwable e) { // Even after an error the place must be free again.
      begun = CompletableFuture.failedFuture(known(e));
    }
    begun.whenComplete((token, error) -> end(mine, token, error));
  }

  private static PlatformException known(Throwable error) {
    return error instanceof PlatformException known
        ? known
        : new PlatformException(Failures.unexpected(Call.END_USER_TOKEN));
  }

  private void end(Admitted one, @Nullable EndUserToken token, @Nullable Throwable error) {
    if (!leave(one)) {
      return;
    }
    if (token != null) {
      one.complete(token);
    } else {
      one.completeExceptionally(Causes.orMissing(error));
    }
  }

  /** False if it has left before. */
  private boolean leave(Admitted one) {
    boolean first = one.inside.compareAndSet(true, false);
    if (first) {
      limit.leave();
      underWay.leave(one.user, one);
    }
    return first;
  }

  /** Ends what is overdue; true if somebody is still under way. */
  private boolean sweep() {
    long now = nanoTime.getAsLong();
    underWay.forEach(one -> {
      if (now - one.since >= longest) {
        endAside(one, new TimedOut(Failures.noAnswer(Call.END_USER_TOKEN, Cause.TIMED_OUT)));
      }
    });
    return underWay.size() > 0;
  }

  /** Ends all that are under way. */
  void close() {
    PlatformFailure closed =
        new Unavailable(Failures.noAnswer(Call.END_USER_TOKEN, Cause.CLOSED), null);
    underWay.forEach(one -> endAside(one, closed));
  }

  private void endAside(Admitted one, PlatformFailure failure) {
    if (leave(one)) {
      Aside.THREADS.execute(() -> one.completeExceptionally(new PlatformException(failure)));
    }
  }

  private static PlatformException overloaded() {
    return new PlatformException(
        new Overloaded(Failures.noAnswer(Call.END_USER_TOKEN, Cause.TOO_MANY), RETRY_AFTER));
  }

  /** One that comes in. */
  private static final class Admitted extends CompletableFuture<EndUserToken> {
    private final EndUser user;
    private final long since;
    private final AtomicBoolean inside = new AtomicBoolean();

    Admitted(EndUser user, long since) {
      this.user = user;
      this.since = since;
    }
  }
}
