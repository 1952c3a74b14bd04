package io.axptoken.client.auth;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * All that {@link AccessTokens} knows at one moment; immutable, replaced as a whole.
 *
 * @param token the cached token, possibly ended, or {@code null}
 * @param fetch the one fetch in flight, or {@code null}
 * @param pause what the last fetch failed with, until one succeeds, or {@code null}
 * @param vain the time in which refused tokens are kept, for new ones were refused too, or {@code
 *     null}
 * @param refused whether there is no token because the last one was refused
 */
record State(
    @Nullable AccessToken token,
    @Nullable CompletableFuture<AccessToken> fetch,
    @Nullable Pause pause,
    @Nullable Pause vain,
    boolean refused) {

  static final State EMPTY = new State(null, null, null, null, false);

  boolean mayFetch(long now) {
    return fetch == null && (pause == null || !pause.covers(now));
  }

  State fetching(CompletableFuture<AccessToken> begun) {
    return new State(token, begun, pause, vain, refused);
  }

  State fetched(AccessToken fresh) {
    return new State(fresh, null, null, vain, false);
  }

  State failed(Throwable cause, long now, Backoff backoff) {
    int failures = pause == null ? 1 : pause.failures() + 1;
    return new State(token, null, Pause.begin(failures, cause, now, backoff), vain, refused);
  }

  /** Whether a refused token makes room for another; one on its way is waited for in any case. */
  boolean mayRenew(long now) {
    return fetch != null || vain == null || !vain.covers(now);
  }

  State withoutToken() {
    return new State(null, fetch, pause, vain, true);
  }

  State renewedInVain(Throwable cause, long now, Backoff backoff) {
    int failures = vain == null ? 1 : vain.failures() + 1;
    return new State(token, fetch, pause, Pause.begin(failures, cause, now, backoff), refused);
  }

  State renewed() {
    return vain == null ? this : new State(token, fetch, pause, null, refused);
  }

  /**
   * A time in which something is not tried again.
   *
   * @param failures how many there were in a row
   * @param cause the last of them
   * @param until its end, on a clock that nobody sets, in nanoseconds
   */
  record Pause(int failures, Throwable cause, long until) {
    static Pause begin(int failures, Throwable cause, long now, Backoff backoff) {
      return new Pause(failures, cause, now + backoff.after(failures, cause).toNanos());
    }

    boolean covers(long now) {
      return now - until < 0;
    }
  }
}
