package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.AccessToken;
import io.axptoken.client.PlatformStatus.AccessToken.Stage;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.PlatformStatus.Failure;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a platform tells of itself. */
class PlatformStatusTest {
  private static final EndUser USER = EndUser.withId("user-1");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeTransport transport = new FakeTransport();
  private final MutableClock clock = new MutableClock(START);
  private final TokenPlatform platform =
      new Axp(
          Some.config().resilience(new Resilience(0, 8, true)).build(),
          transport,
          true,
          clock,
          clock::nanoTime);

  private Failure lastFailure() {
    Failure failure = platform.status().lastFailure();
    if (failure == null) {
      throw new AssertionError("There should be a failure");
    }
    return failure;
  }

  @Test
  void beforeTheFirstCallThereIsNoTokenAndNoTrouble() {
    assertThat(platform.status())
        .isEqualTo(new PlatformStatus(AccessToken.absent(Stage.NONE), Breaker.CLOSED, null));
    assertThat(transport.accessTokenCalls()).isEmpty();
  }

  @Test
  void theAccessTokenIsValidUntilItsEndAndExpiredThen() {
    platform.issueAndWait(USER);
    Instant end = START.plus(Duration.ofSeconds(890));

    assertThat(platform.status().accessToken()).isEqualTo(new AccessToken(Stage.VALID, START, end));
    clock.advance(Duration.ofSeconds(890));
    assertThat(platform.status().accessToken())
        .isEqualTo(new AccessToken(Stage.EXPIRED, START, end));
    assertThat(transport.accessTokenCalls()).hasSize(1);
  }

  @Test
  void aFailedFetchIsToldAndIsOverWithTheNextGoodOne() {
    transport.onAccessToken(answer(401, ""));
    assertThat(failureOf(platform.prepare())).isInstanceOf(RejectedCredentials.class);

    assertThat(platform.status().accessToken().stage()).isEqualTo(Stage.NONE);
    assertThat(lastFailure().failure()).isInstanceOf(RejectedCredentials.class);
    assertThat(lastFailure().at()).isEqualTo(START);
    assertThat(lastFailure().over()).isFalse();

    clock.advance(Duration.ofSeconds(6));
    platform.prepare();
    assertThat(lastFailure().over()).isTrue();
    assertThat(lastFailure().at()).isEqualTo(START);
  }

  @Test
  void aFailedUserTokenIsNotOverWithAnAccessToken() {
    transport.onEndUserToken(answer(500, ""));
    assertThat(failureOf(platform.issue(USER))).isInstanceOf(Unavailable.class);
    clock.advance(Duration.ofHours(2));
    platform.prepare();
    assertThat(lastFailure().over()).isFalse();

    platform.issueAndWait(USER);
    assertThat(lastFailure().over()).isTrue();
  }

  @Test
  void aUserWhomThePlatformDoesNotAcceptIsNoTroubleOfThePlatform() {
    TokenPlatform infinity =
        new Infinity(Some.config().build(), transport, true, clock, System::nanoTime);
    String refusal =
        """
        {"error":"invalid_request",
         "error_description":"{\\"title\\":\\"VALIDATION_FAILED\\",\\"detail\\":\\"invalid phone number 0\\"}"}
        """;
    transport.onAccessToken(answer(400, refusal));

    assertThat(failureOf(infinity.issue(USER))).isInstanceOf(RejectedUser.class);
    assertThat(infinity.status().lastFailure()).isNull();
  }

  @Test
  void theBreakerIsOpenThenHalfOpenThenClosed() {
    for (int i = 0; i < 10; i++) {
      transport.onEndUserToken(answer(500, ""));
      failureOf(platform.issue(USER));
    }
    assertThat(platform.status().breaker()).isEqualTo(Breaker.OPEN);

    clock.advance(Duration.ofMillis(200));
    assertThat(platform.status().breaker()).isEqualTo(Breaker.HALF_OPEN);

    platform.issueAndWait(USER);
    assertThat(platform.status().breaker()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  void infinityHasNoAccessToken() {
    TokenPlatform infinity =
        new Infinity(Some.config().build(), transport, true, clock, System::nanoTime);
    transport.onAccessToken(answer(401, ""));
    failureOf(infinity.issue(USER));

    assertThat(infinity.status().accessToken()).isEqualTo(AccessToken.absent(Stage.NOT_USED));
    assertThat(infinity.status().lastFailure()).isNotNull();
    infinity.issueAndWait(USER);
    assertThat(infinity.status().lastFailure()).matches(failure -> failure.over());
  }
}
