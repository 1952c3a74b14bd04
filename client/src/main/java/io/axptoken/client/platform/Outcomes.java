package io.axptoken.client.platform;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.TokenOutcome;
import io.axptoken.client.auth.Causes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener how each request for a token ended, and the status what was never tried; what
 * was tried is told where it failed.
 */
final class Outcomes {
  private final PlatformListener listener;
  private final LastFailure lastFailure;
  private final boolean heard;

  @SuppressWarnings("ReferenceEquality") // Of a listener that hears nothing there is one.
  Outcomes(PlatformListener listener, LastFailure lastFailure) {
    this.listener = listener;
    this.lastFailure = lastFailure;
    this.heard = listener != PlatformListener.NONE;
  }

  /** One that had a call of its own, or none. */
  void own(Deadline deadline, @Nullable Throwable error) {
    PlatformFailure failure = failure(error);
    if (failure != null && failure.kind() == Kind.OVERLOADED) {
      lastFailure.remember(failure);
    }
    tell(deadline, failure, false);
  }

  /** One that shared another one's. */
  void shared(Deadline deadline, @Nullable Throwable error) {
    tell(deadline, failure(error), true);
  }

  private static @Nullable PlatformFailure failure(@Nullable Throwable error) {
    if (error == null) {
      return null;
    }
    return Causes.of(error) instanceof PlatformException known
        ? known.failure()
        : Failures.unexpected(Call.END_USER_TOKEN);
  }

  private void tell(Deadline deadline, @Nullable PlatformFailure failure, boolean shared) {
    if (heard) {
      Duration took = deadline.passed();
      listener.tokenEnded(new TokenOutcome(failure, took, shared));
    }
  }
}
