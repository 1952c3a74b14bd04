package io.axptoken.client;

import io.axptoken.client.PlatformFailure.Kind;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one call of {@link TokenPlatform#issue} ended. It holds no token and nothing of a customer;
 * later versions may tell more. Immutable.
 */
public final class TokenOutcome {
  private final @Nullable PlatformFailure failure;
  private final Duration took;
  private final boolean shared;

  /**
   * Tells of one call; made by platforms, and by tests of listeners.
   *
   * @param failure why there is no token, or {@code null} if there is
   * @param took from the call to its end
   * @param shared whether the call shared the token of another one that was under way
   */
  public TokenOutcome(@Nullable PlatformFailure failure, Duration took, boolean shared) {
    this.failure = failure;
    this.took = took;
    this.shared = shared;
  }

  /** {@return whether there is a token} */
  public boolean issued() {
    return failure == null;
  }

  /** {@return why there is no token, or {@code null} if there is} */
  public @Nullable PlatformFailure failure() {
    return failure;
  }

  /** {@return the time from the call to its end: all is in it, such as waiting for a place} */
  public Duration took() {
    return took;
  }

  /** {@return whether the call shared the token of another one for the very same user} */
  public boolean shared() {
    return shared;
  }

  /**
   * {@return one word for metrics: {@code issued}, or the failure's kind in lower case, such as
   * {@code rejected-credentials}}
   */
  public String outcome() {
    return failure == null ? "issued" : text(failure.kind());
  }

  private static String text(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return "TokenOutcome[" + outcome() + ", took=" + took + ", shared=" + shared + "]";
  }
}
