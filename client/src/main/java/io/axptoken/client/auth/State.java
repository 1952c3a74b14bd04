package io.axptoken.client.auth;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * All that {@link AccessTokens} knows at one moment; immutable, replaced as a whole.
 *
 * @param token the cached token, possibly ended, or {@code null}
 * @param fetch the one fetch in flight, or {@code null}
 * @param pause what the last fetch failed with, until one succeeds, or {@code null}
 * @param refusals how many tokens in a row the platform granted and then refused
 */
record State(
    @Nullable AccessToken token,
    @Nullable CompletableFuture<AccessToken> fetch,
    @Nullable Pause pause,
    int refusals) {

  static final State EMPTY = new State(null, null, null, 0);

  boolean mayFetch(long now) {
    return fetch == null && (pause == null || !pause.covers(now));
  }

  State fetching(CompletableFuture<AccessToken> begun) {
    return new State(token, begun, pause, refusals);
  }

  State fetched(AccessToken fresh) {
    return new State(fresh, null, null, refusals);
  }

  State failed(Throwable cause, long now, Backoff backoff) {
    int failures = pause == null ? 1 : pause.failures() + 1;
    return new State(token, null, Pause.begin(failures, cause, now, backoff), refusals);
  }

  /**
   * Without its token, which was refused. A single refusal is how a revoked token shows itself; a
   * second one of a token that never worked is a failure that a new token does not mend.
   */
  State refused(AccessToken refused, Throwable cause, long now, Backoff backoff) {
    int count = refused.proven() ? 1 : refusals + 1;
    Pause after = count == 1 ? pause : Pause.begin(count - 1, cause, now, backoff);
    return new State(null, fetch, after, count);
  }

  /**
   * A time in which no fetch begins.
   *
   * @param failures how many there were in a row
   * @param cause the last of them
   * @param from its beginning, in epoch milliseconds
   * @param until its end
   */
  record Pause(int failures, Throwable cause, long from, long until) {
    static Pause begin(int failures, Throwable cause, long now, Backoff backoff) {
      return new Pause(failures, cause, now, now + backoff.after(failures, cause).toMillis());
    }

    /** Over, too, when the clock was set back: it must not make the pause longer. */
    boolean covers(long now) {
      return from <= now && now < until;
    }
  }
}
