package io.axptoken.service.reload;

import io.axptoken.service.http.Surface;
import io.axptoken.service.observe.health.HealthReport;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * All that answers requests, made of one configuration. The next one takes over what is the same,
 * and has no effect until it is put in force; this one can serve on until it is closed.
 *
 * @param <S> the settings that it is made of
 */
public interface Generation<S> {
  /** What it is made of. */
  S settings();

  /** Where requests come in. */
  Surface surface();

  /**
   * One of other settings, and of what the files hold now that they refer to; not for an event
   * loop.
   *
   * @param what is said to have failed if the settings cannot be used
   * @return nothing if it would come out the same
   * @throws ReloadFailure if they cannot be used; nothing is left behind then
   */
  Optional<Generation<S>> next(S settings, ReloadSubject what) throws ReloadFailure;

  /** Whether both trust the same keys and anchors. */
  default boolean trustsTheSameAs(Generation<S> other) {
    return true;
  }

  /** Begins to get ready for the first caller, in the background, before anybody can call. */
  default void warmUp() {}

  /** Goes on to get ready for all others, in the background, while callers come. */
  default void warmUpTheRest() {}

  /** Ends when whoever comes first need not wait, or would in any case. */
  default Future<?> prepare() {
    return Future.succeededFuture();
  }

  /** Takes effect. */
  default void enforce() {}

  /** What begins with it, for the log; empty if there is nothing to say. */
  default String news() {
    return "";
  }

  /** Tells of its parts. */
  default void describe(HealthReport report) {}

  /** Ends what its successor does not use; requests that are still under way in it are broken. */
  default void closeUnless(Generation<S> successor) {}

  /** Ends it, when there is no other. */
  default void close() {}
}
