package io.axptoken.service.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a request may go on. */
public sealed interface Decision {
  /** What keeps it from going on, or {@code null} if nothing does: each kind has to say so. */
  @Nullable Limited obstacle();

  /** It may. */
  record Allowed() implements Decision {
    static final Allowed ALLOWED = new Allowed();

    @Override
    public @Nullable Limited obstacle() {
      return null;
    }
  }

  /**
   * It may not.
   *
   * @param limit the limit that was reached
   * @param retryAfter when the next request will be allowed
   */
  record Limited(RateLimit limit, Duration retryAfter) implements Decision {
    @Override
    public Limited obstacle() {
      return this;
    }
  }
}
