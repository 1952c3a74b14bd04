package io.axptoken.client.platform;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.TokenOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A listener whose failures harm nobody. */
final class SafeListener implements PlatformListener {
  private final PlatformListener listener;
  private final Dropped dropped = new Dropped("platform listener");

  private SafeListener(PlatformListener listener) {
    this.listener = listener;
  }

  @SuppressWarnings("ReferenceEquality") // A listener is not asked what it equals.
  static PlatformListener of(PlatformListener listener) {
    return listener == NONE ? NONE : new SafeListener(listener);
  }

  @Override
  public void tokenEnded(TokenOutcome outcome) {
    tell(to -> to.tokenEnded(outcome));
  }

  @Override
  public void accessTokenFetched(
      Trigger trigger,
      @Nullable PlatformFailure failure,
      Duration took,
      @Nullable Instant expiresAt) {
    tell(to -> to.accessTokenFetched(trigger, failure, took, expiresAt));
  }

  @Override
  public void answered(Call call, StatusClass status, Duration took) {
    tell(to -> to.answered(call, status, took));
  }

  @Override
  public void retried(Call call, RetryCause cause) {
    tell(to -> to.retried(call, cause));
  }

  @Override
  public void breakerChanged(Breaker state) {
    tell(to -> to.breakerChanged(state));
  }

  private void tell(Consumer<PlatformListener> news) {
    try {
      news.accept(listener);
    } catch (Throwable e) { // Checked exceptions get here, too: other languages know none.
      dropped.met(e);
    }
  }
}
