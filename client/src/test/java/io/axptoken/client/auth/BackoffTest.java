package io.axptoken.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Throwable any = new IllegalStateException();

  @Test
  void chanceTakesAtMostAHalfOff() {
    assertThat(new Backoff(() -> 0.0).after(1, any)).isEqualTo(Duration.ofMillis(100));
    assertThat(new Backoff(() -> 0.5).after(1, any)).isEqualTo(Duration.ofMillis(75));
    assertThat(new Backoff(() -> 0.999_999).after(1, any)).isEqualTo(Duration.ofMillis(51));
  }

  @Test
  void anyNumberOfFailuresPausesForFiveSecondsAtMost() {
    Backoff backoff = new Backoff(() -> 0.0);

    assertThat(backoff.after(63, any)).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.after(Integer.MAX_VALUE, any)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatPassesByItselfIsAskedForAgainWithinASecond() {
    Backoff backoff = new Backoff(() -> 0.0);
    Trace trace = new Trace(Call.ACCESS_TOKEN, Cause.TIMED_OUT, 0, null, null);

    assertThat(backoff.after(63, unavailable(null))).isEqualTo(Duration.ofMillis(800));
    assertThat(backoff.after(63, new PlatformException(new TimedOut(trace))))
        .isEqualTo(Duration.ofMillis(800));
    assertThat(backoff.after(63, new PlatformException(new RejectedCredentials(trace))))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void thePlatformsWishIsHeededUpToTheSameFiveSeconds() {
    Backoff backoff = new Backoff(() -> 0.0);

    assertThat(backoff.after(1, unavailable(null))).isEqualTo(Duration.ofMillis(100));
    assertThat(backoff.after(1, unavailable(Duration.ofSeconds(2))))
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(1, unavailable(Duration.ofHours(1)))).isEqualTo(Duration.ofSeconds(5));
  }

  private static PlatformException unavailable(@Nullable Duration retryAfter) {
    return new PlatformException(
        new Unavailable(new Trace(Call.ACCESS_TOKEN, Cause.ANSWER, 503, null, null), retryAfter));
  }
}
