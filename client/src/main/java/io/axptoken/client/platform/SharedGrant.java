package io.axptoken.client.platform;

import io.axptoken.client.auth.Causes;
import io.axptoken.client.auth.Grant;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The last access token that one client was granted, and the one fetch of the next. */
final class SharedGrant {
  private final LongSupplier nanoTime;
  private @Nullable Grant last;
  private long askedAt;
  private @Nullable CompletableFuture<Grant> fetch;

  SharedGrant(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * What somebody is to do who wants a grant.
   *
   * @param isMine whether it is theirs to fetch it, and to {@link #end} this with it
   * @param grant the grant, be it here or on its way
   */
  record Turn(boolean isMine, CompletableFuture<Grant> grant, SharedGrant of, long begun) {
    void end(@Nullable Grant fetched, @Nullable Throwable error) {
      of.ended(fetched, begun);
      if (fetched != null) {
        grant.complete(fetched);
      } else {
        grant.completeExceptionally(Causes.orMissing(error));
      }
    }
  }

  synchronized Turn turn() {
    long now = nanoTime.getAsLong();
    Duration age = Duration.ofNanos(now - askedAt);
    if (last != null && last.isFresh(age)) {
      return new Turn(false, CompletableFuture.completedFuture(last.aged(age)), this, now);
    }
    if (fetch != null) {
      return new Turn(false, fetch.thenApply(this::aged), this, now);
    }
    CompletableFuture<Grant> begun = new CompletableFuture<>();
    fetch = begun;
    return new Turn(true, begun, this, now);
  }

  private synchronized Grant aged(Grant grant) {
    return grant.aged(Duration.ofNanos(nanoTime.getAsLong() - askedAt));
  }

  private synchronized void ended(@Nullable Grant fetched, long begun) {
    fetch = null;
    if (fetched != null) {
      last = fetched;
      askedAt = begun;
    }
  }

  /** The grant is given to nobody any more, if it is the one with these headers. */
  @SuppressWarnings("ReferenceEquality") // Always the same map: see Grant.
  synchronized void refused(Map<String, String> headers) {
    if (last != null && last.headers() == headers) {
      last = null;
    }
  }

  /** Whether there is nothing here that anybody could use. */
  synchronized boolean isOver() {
    return fetch == null
        && (last == null || !last.isFresh(Duration.ofNanos(nanoTime.getAsLong() - askedAt)));
  }
}
