package io.axptoken.client.auth;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformListener.Trigger;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.AccessToken.Stage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The service access token: cached, refreshed early, fetched once for all who wait.
 *
 * <ul>
 *   <li>At most one fetch is in flight, be it for callers who wait or a refresh for later ones.
 *   <li>From 75 % of its life on, the first caller to come by starts a refresh; the old token
 *       serves meanwhile.
 *   <li>A refused token is dropped only if it is still the cached one: news of an older one's
 *       refusal does not cost a newer one its place.
 *   <li>If a call is refused with its renewed token too, refused tokens are kept for a short,
 *       growing time: one caller that the platform refuses costs the others nothing.
 *   <li>A failed fetch is not cached as an answer, but for a short, growing time callers get its
 *       failure at once, and the platform is left alone.
 * </ul>
 *
 * Safe for use by many threads; never blocks, has no thread of its own, and reads one volatile
 * field when the token is fresh.
 */
public final class AccessTokens {
  private static final Logger LOG = System.getLogger(AccessTokens.class.getName());

  private final BiFunction<Trigger, CallContext, CompletionStage<Grant>> source;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Backoff backoff;
  private final AtomicReference<State> state = new AtomicReference<>(State.EMPTY);

  /**
   * Holds nothing yet.
   *
   * @param source begins one fetch, told why; the stage must end some day, or nobody gets a token
   *     any more
   * @param clock tells when a token was asked for, for the eye alone
   * @param nanoTime a clock that nobody sets, such as {@link System#nanoTime}: ages and pauses go
   *     by it
   */
  public AccessTokens(
      BiFunction<Trigger, CallContext, CompletionStage<Grant>> source,
      InstantSource clock,
      LongSupplier nanoTime) {
    this(source, clock, nanoTime, new Backoff(() -> ThreadLocalRandom.current().nextDouble()));
  }

  AccessTokens(
      BiFunction<Trigger, CallContext, CompletionStage<Grant>> source,
      InstantSource clock,
      LongSupplier nanoTime,
      Backoff backoff) {
    this.source = source;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.backoff = backoff;
  }

  /** The cached token, or {@code null} if there is none to use and {@link #fetched} is due. */
  public @Nullable AccessToken ready() {
    State seen = state.get();
    AccessToken token = seen.token();
    if (token == null) {
      return null;
    }
    long now = nanoTime.getAsLong();
    return token.isFresh(now) ? token : aging(seen, token, now);
  }

  /**
   * A token to use: the cached one, else that of the fetch in flight, which is begun if need be.
   * Fails as the fetch does. The future is shared: it is not to be completed or cancelled.
   */
  public CompletableFuture<AccessToken> fetched() {
    return fetched(CallContext.NONE);
  }

  /** As {@link #fetched()}, with what accompanies a fetch that is begun for this caller. */
  public CompletableFuture<AccessToken> fetched(CallContext context) {
    AccessToken ready = ready();
    return ready != null ? CompletableFuture.completedFuture(ready) : awaited(context);
  }

  private CompletableFuture<AccessToken> awaited(CallContext context) {
    while (true) {
      State seen = state.get();
      long now = nanoTime.getAsLong();
      CompletableFuture<AccessToken> known = known(seen, now);
      if (known != null) {
        return known;
      }
      CompletableFuture<AccessToken> begun = new CompletableFuture<>();
      if (state.compareAndSet(seen, seen.fetching(begun))) {
        fetch(begun, now, seen.refused() ? Trigger.REJECTED : Trigger.COLD, context);
        return begun;
      }
    }
  }

  /**
   * Forgets a token that the platform refused, unless another one has taken its place already, or
   * tokens were {@linkplain #renewedInVain renewed in vain} of late.
   *
   * @return whether the call is worth repeating with the token that {@link #fetched} gives now
   */
  public boolean reject(AccessToken refused) {
    while (true) {
      State seen = state.get();
      if (seen.token() != refused) {
        return true;
      }
      if (!seen.mayRenew(nanoTime.getAsLong())) {
        return false;
      }
      if (state.compareAndSet(seen, seen.withoutToken())) {
        LOG.log(Level.DEBUG, "The platform refused its access token; it is renewed.");
        return true;
      }
    }
  }

  /**
   * Remembers that a call was refused with its renewed token too: it is not the token's fault. For
   * a short, growing time refused tokens are kept, so that calls which are refused for a reason of
   * their own cost the others nothing.
   */
  public void renewedInVain(Throwable cause) {
    long now = nanoTime.getAsLong();
    state.updateAndGet(seen -> seen.renewedInVain(cause, now, backoff));
  }

  /** Remembers that a call which was refused worked with its renewed token. */
  public void renewed() {
    state.updateAndGet(State::renewed);
  }

  /**
   * Ends the fetch in flight, if there is one, for all who wait; whatever it brings comes too late.
   */
  public void abandon(Throwable cause) {
    CompletableFuture<AccessToken> begun = state.get().fetch();
    if (begun != null) {
      begun.completeExceptionally(cause);
    }
  }

  /** How the cached token stands; begins no fetch. */
  public PlatformStatus.AccessToken status() {
    AccessToken token = state.get().token();
    if (token == null) {
      return PlatformStatus.AccessToken.absent(Stage.NONE);
    }
    Stage stage = token.isUsable(nanoTime.getAsLong()) ? Stage.VALID : Stage.EXPIRED;
    return new PlatformStatus.AccessToken(stage, token.obtainedAt(), token.end());
  }

  private @Nullable AccessToken aging(State seen, AccessToken token, long now) {
    if (!token.isUsable(now)) {
      return null;
    }
    if (seen.mayFetch(now)) {
      CompletableFuture<AccessToken> begun = new CompletableFuture<>();
      if (state.compareAndSet(seen, seen.fetching(begun))) {
        fetch(begun, now, Trigger.AHEAD, CallContext.NONE);
      }
    }
    return token;
  }

  private @Nullable CompletableFuture<AccessToken> known(State seen, long now) {
    if (seen.token() != null && seen.token().isUsable(now)) {
      return CompletableFuture.completedFuture(seen.token());
    }
    if (seen.fetch() != null) {
      return seen.fetch();
    }
    State.Pause pause = seen.pause();
    return pause != null && pause.covers(now)
        ? CompletableFuture.failedFuture(pause.cause())
        : null;
  }

  private void fetch(
      CompletableFuture<AccessToken> begun, long now, Trigger trigger, CallContext context) {
    Instant askedAt = clock.instant();
    begin(trigger, context)
        .whenComplete((grant, error) -> {
          if (error == null) {
            succeed(begun, new AccessToken(grant, askedAt, now));
          } else {
            fail(begun, Causes.of(error));
          }
        });
  }

  private CompletionStage<Grant> begin(Trigger trigger, CallContext context) {
    try {
      return source.apply(trigger, context);
    } catch (Throwable e) { // Even of an error those who wait must hear.
      return CompletableFuture.failedFuture(e);
    }
  }

  /* The state changes before the future ends, so that who was woken by it sees what it brought. */

  private void succeed(CompletableFuture<AccessToken> begun, AccessToken token) {
    state.updateAndGet(seen -> seen.fetched(token));
    begun.complete(token);
  }

  private void fail(CompletableFuture<AccessToken> begun, Throwable cause) {
    long now = nanoTime.getAsLong();
    State after = state.updateAndGet(seen -> seen.failed(cause, now, backoff));
    AccessToken old = after.token();
    begun.completeExceptionally(cause);
    if (old != null && old.isUsable(now)) {
      LOG.log(Level.WARNING, "The access token could not be refreshed: {0}", cause.getMessage());
    }
  }
}
