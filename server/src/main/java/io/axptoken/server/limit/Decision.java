package io.axptoken.server.limit;

import java.time.Duration;

/** Whether a request may go on. */
public sealed interface Decision {
  /** It may. */
  record Allowed() implements Decision {
    static final Allowed ALLOWED = new Allowed();
  }

  /**
   * It may not.
   *
   * @param limit the limit that was reached
   * @param retryAfter when the next request will be allowed
   */
  record Limited(RateLimit limit, Duration retryAfter) implements Decision {}
}
