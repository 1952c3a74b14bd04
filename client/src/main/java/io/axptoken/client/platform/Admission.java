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
import io.axptoken.client.Resilience;
import io.axptoken.client.auth.Causes;
import io.axptoken.client.resilience.ConcurrencyLimit;
import io.axptoken.client.resilience.SharedCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door that every request for a token comes through: who asks for the very same as somebody
 * before, whose token is still under way, shares it; beyond a number of them some may wait before
 * the door, and beyond these nobody gets in. Whoever got in gets out: what has not ended by its
 * deadline is ended here, whatever became of it.
 */
final class Admission {
  private final SharedCalls<EndUser, Admitted> underWay = new SharedCalls<>();
  private final ConcurrencyLimit limit;
  private final WaitingLine line;
  private final LastResort lastResort;
  private final Outcomes outcomes;

  /**
   * Nobody is under way.
   *
   * @param whole how long one token may take; a moment later it is ended
   * @param outcomes hears how each ended
   */
  Admission(Resilience resilience, Duration whole, Outcomes outcomes) {
    this.limit = new ConcurrencyLimit(resilience.maxConcurrent());
    this.line = new WaitingLine(resilience.maxWaiting());
    this.lastResort = new LastResort(whole, this::sweep);
    this.outcomes = outcomes;
  }

  /**
   * The token under way for the very same user, or the one that is begun now; a stage of the
   * caller's own.
   */
  CompletionStage<EndUserToken> admit(
      EndUser user,
      Deadline deadline,
      Function<Deadline, ? extends CompletionStage<EndUserToken>> work) {
    Admitted mine = new Admitted(user, deadline, work);
    Admitted shared = underWay.join(user, mine);
    if (shared != null) {
      return shared
          .whenCompleteAsync((token, error) -> outcomes.shared(deadline, error), Aside.THREADS)
          .copy();
    }
    if (line.isEmpty() && limit.enter()) {
      enter(mine);
    } else {
      queue(mine);
    }
    return mine.copy(); // Nobody ends it for those who share it.
  }

  private void queue(Admitted mine) {
    if (line.join(mine)) {
      lastResort.watch();
      callIn(); // A place may have become free meanwhile.
    } else if (mine.giveUp()) {
      underWay.leave(mine.user(), mine);
      finish(mine, null, overloaded());
    }
  }

  /** Lets those in who wait, as long as there are places. */
  private void callIn() {
    while (!line.isEmpty() && limit.enter()) {
      Admitted next = line.next();
      if (next == null) {
        limit.leave();
      } else {
        Aside.THREADS.execute(() -> enter(next));
      }
    }
  }

  /** Takes a place for one that may have given up. */
  private void enter(Admitted one) {
    if (!one.goIn()) {
      freePlace();
      return;
    }
    lastResort.watch();
    CompletionStage<EndUserToken> begun;
    try {
      begun = one.begin();
    } catch (Throwable e) { // Even after an error the place must be free again.
      begun = CompletableFuture.failedFuture(known(e));
    }
    begun.whenComplete((token, error) -> end(one, token, error));
  }

  private void freePlace() {
    limit.leave();
    callIn();
  }

  private static PlatformException known(Throwable error) {
    return error instanceof PlatformException known
        ? known
        : new PlatformException(Failures.unexpected(Call.END_USER_TOKEN), error);
  }

  private void end(Admitted one, @Nullable EndUserToken token, @Nullable Throwable error) {
    if (leave(one)) {
      finish(one, token, token == null ? Causes.orMissing(error) : null);
    }
  }

  private void finish(Admitted one, @Nullable EndUserToken token, @Nullable Throwable error) {
    outcomes.own(one.deadline(), error);
    if (error != null) {
      one.completeExceptionally(error);
    } else {
      one.complete(token);
    }
  }

  /** False if it has left before. */
  private boolean leave(Admitted one) {
    boolean first = one.goOut();
    if (first) {
      underWay.leave(one.user(), one);
      freePlace();
    }
    return first;
  }

  /** Ends what is overdue; true if somebody is still under way. */
  private boolean sweep() {
    underWay.forEach(one -> {
      if (!one.deadline().isAhead()) {
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

  /** One that waits still was not tried, whatever else there is to say. */
  private void endAside(Admitted one, PlatformFailure failure) {
    if (one.giveUp()) {
      line.forget(one);
      underWay.leave(one.user(), one);
      boolean closed = failure.trace().cause() == Cause.CLOSED;
      PlatformException why = closed ? new PlatformException(failure) : overloaded();
      Aside.THREADS.execute(() -> finish(one, null, why));
    } else if (leave(one)) {
      Aside.THREADS.execute(() -> finish(one, null, new PlatformException(failure)));
    }
  }

  private static PlatformException overloaded() {
    return new PlatformException(
        new Overloaded(
            Failures.noAnswer(Call.END_USER_TOKEN, Cause.TOO_MANY), Failures.RETRY_AFTER));
  }
}
