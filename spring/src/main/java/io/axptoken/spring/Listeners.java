package io.axptoken.spring;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.TokenOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several listeners as one, none of which keeps an event from the next. */
record Listeners(List<PlatformListener> all) implements PlatformListener {
  /** As few objects as serve. */
  static PlatformListener of(List<PlatformListener> all) {
    List<PlatformListener> hearing = all.stream().filter(each -> !each.equals(NONE)).toList();
    return switch (hearing.size()) {
      case 0 -> NONE;
      case 1 -> hearing.get(0);
      default -> new Listeners(hearing);
    };
  }

  @Override
  public void tokenEnded(TokenOutcome outcome) {
    tell(each -> each.tokenEnded(outcome));
  }

  @Override
  public void accessTokenFetched(
      Trigger trigger,
      @Nullable PlatformFailure failure,
      Duration took,
      @Nullable Instant expiresAt) {
    tell(each -> each.accessTokenFetched(trigger, failure, took, expiresAt));
  }

  @Override
  public void answered(Call call, StatusClass status, Duration took) {
    tell(each -> each.answered(call, status, took));
  }

  @Override
  public void retried(Call call, RetryCause cause) {
    tell(each -> each.retried(call, cause));
  }

  @Override
  public void breakerChanged(Breaker state) {
    tell(each -> each.breakerChanged(state));
  }

  private void tell(Consumer<PlatformListener> event) {
    for (PlatformListener each : all) {
      try {
        event.accept(each);
      } catch (RuntimeException dropped) {
        // Dropped as everywhere in the library: the next one hears all the same.
      }
    }
  }
}
