package io.axptoken.client.platform;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformStatus;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last failure, and whether it is over. Safe for use by many threads; while all goes
 * well it costs a read.
 */
final class LastFailure {
  private final InstantSource clock;
  private final AtomicReference<PlatformStatus.@Nullable Failure> last = new AtomicReference<>();

  LastFailure(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Remembers what concerns the platform; a user that it does not accept is none of its trouble.
   */
  void remember(PlatformFailure failure) {
    if (failure.kind() != Kind.REJECTED_USER) {
      last.set(new PlatformStatus.Failure(failure, clock.instant(), false));
    }
  }

  /** A call ended well: what failed in the same way before is over. */
  void ended(Call call) {
    PlatformStatus.Failure seen = last.get();
    if (seen != null && !seen.over() && isOverWith(call, seen)) {
      last.compareAndSet(seen, new PlatformStatus.Failure(seen.failure(), seen.at(), true));
    }
  }

  /** The end user's token takes both calls. */
  private static boolean isOverWith(Call call, PlatformStatus.Failure seen) {
    return call == Call.END_USER_TOKEN || seen.failure().trace().call() == call;
  }

  PlatformStatus.@Nullable Failure last() {
    return last.get();
  }
}
