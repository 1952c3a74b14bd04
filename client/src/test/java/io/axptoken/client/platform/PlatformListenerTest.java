package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static io.axptoken.client.platform.FakeTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.TokenOutcome;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a listener hears, in virtual time. */
class PlatformListenerTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final MutableClock clock = new MutableClock();
  private final FakeTransport transport = new FakeTransport().whenWaiting(clock::advance);
  private final Notes notes = new Notes();
  private final TokenPlatform platform = platform(notes);

  private TokenPlatform platform(PlatformListener listener) {
    return new Axp(
        Some.config().listener(listener).build(), transport, true, clock, clock::nanoTime);
  }

  @Test
  void theFirstTokenTakesAFetchAndACall() {
    platform.issueAndWait(USER);

    assertThat(notes.heard)
        .containsExactly("access-token 2xx", "fetched COLD", "end-user-token 2xx");
    assertThat(notes.expiry).isEqualTo(clock.instant().plus(Duration.ofSeconds(890)));
  }

  @Test
  void aTokenThatAgesIsFetchedAhead() {
    platform.issueAndWait(USER);
    notes.heard.clear();
    clock.advance(Duration.ofSeconds(850));

    platform.issueAndWait(USER);

    assertThat(notes.heard).contains("fetched AHEAD");
  }

  @Test
  void aTokenThatHasEndedIsFetchedCold() {
    platform.issueAndWait(USER);
    notes.heard.clear();
    clock.advance(Duration.ofSeconds(1000));

    platform.issueAndWait(USER);

    assertThat(notes.heard).contains("fetched COLD");
  }

  @Test
  void aRefusedTokenIsFetchedAnew() {
    platform.issueAndWait(USER);
    notes.heard.clear();
    transport.onEndUserToken(answer(401, ""));

    platform.issueAndWait(USER);

    assertThat(notes.heard)
        .containsExactly(
            "end-user-token 4xx", "access-token 2xx", "fetched REJECTED", "end-user-token 2xx");
  }

  @Test
  void whatFollowsARefusalIsColdAgain() {
    platform.issueAndWait(USER);
    transport.onEndUserToken(answer(401, ""));
    platform.issueAndWait(USER);
    notes.heard.clear();
    clock.advance(Duration.ofSeconds(1000));

    platform.issueAndWait(USER);

    assertThat(notes.heard).contains("fetched COLD");
  }

  @Test
  void aFailedFetchIsHeardWithItsFailure() {
    transport.onAccessToken(answer(401, ""));

    assertThat(failureOf(platform.issue(USER))).isNotNull();

    assertThat(notes.heard).containsExactly("access-token 4xx", "RejectedCredentials COLD");
  }

  @Test
  void aSecretThatCannotBeReadIsAFailedFetch() {
    TokenPlatform secretless =
        new Axp(
            Some.config()
                .clientSecret(() -> {
                  throw new IllegalStateException("no file");
                })
                .listener(notes)
                .build(),
            transport,
            true,
            clock,
            System::nanoTime);

    assertThat(failureOf(secretless.issue(USER))).isNotNull();

    assertThat(notes.heard).hasSize(1).first().asString().endsWith(" COLD");
  }

  @Test
  void everyAttemptIsHeardAndEveryRetryWithItsCause() {
    platform.issueAndWait(USER);
    notes.heard.clear();
    transport.onEndUserToken(answer(503, "")).onEndUserToken(failure(Reason.CONNECT_FAILED));

    platform.issueAndWait(USER);

    assertThat(notes.heard)
        .containsExactly(
            "end-user-token 5xx",
            "retried end-user-token UNAVAILABLE",
            "end-user-token broken",
            "retried end-user-token CONNECT",
            "end-user-token 2xx");
  }

  @Test
  void aTimeoutIsHeardAsSuch() {
    platform.issueAndWait(USER);
    notes.heard.clear();
    transport.onEndUserToken(failure(Reason.TIMED_OUT));

    assertThat(failureOf(platform.issue(USER))).isInstanceOf(PlatformFailure.TimedOut.class);

    assertThat(notes.heard).containsExactly("end-user-token timeout");
  }

  @Test
  void theBreakerIsHeardOpeningTryingAndClosing() {
    platform.issueAndWait(USER);
    for (int i = 0; i < 10; i++) {
      transport.onEndUserToken(answer(500, ""));
      assertThat(failureOf(platform.issue(USER))).isNotNull();
    }
    clock.advance(Duration.ofSeconds(1));
    transport.onEndUserToken(answer(500, ""));
    assertThat(failureOf(platform.issue(USER))).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    platform.issueAndWait(USER);

    assertThat(notes.heard.stream().filter(line -> line.startsWith("breaker")))
        .containsExactly(
            "breaker OPEN",
            "breaker HALF_OPEN",
            "breaker OPEN",
            "breaker HALF_OPEN",
            "breaker CLOSED");
  }

  @ParameterizedTest
  @EnumSource(Thrown.class)
  void whateverAListenerThrowsHarmsNobody(Thrown thrown) {
    TokenPlatform told = platform(new Thrower(thrown));
    transport.onEndUserToken(answer(401, "")).onEndUserToken(answer(503, ""));

    assertThat(told.issueAndWait(USER).value()).isNotEmpty();

    for (int i = 0; i < 12; i++) {
      transport.onEndUserToken(answer(500, ""));
      assertThat(failureOf(told.issue(USER))).isInstanceOf(PlatformFailure.Unavailable.class);
    }
    transport.forgetPlans();
    clock.advance(Duration.ofSeconds(1));
    assertThat(told.issueAndWait(USER).value()).isNotEmpty();
  }

  /** What a careless listener may throw. */
  enum Thrown {
    EXCEPTION,
    ERROR;

    void rise() {
      if (this == EXCEPTION) {
        throw new IllegalStateException("careless");
      }
      throw new NoClassDefFoundError("careless");
    }
  }

  private record Thrower(Thrown thrown) implements PlatformListener {
    @Override
    public void tokenEnded(TokenOutcome outcome) {
      thrown.rise();
    }

    @Override
    public void accessTokenFetched(
        Trigger trigger,
        @Nullable PlatformFailure failure,
        Duration took,
        @Nullable Instant expiresAt) {
      thrown.rise();
    }

    @Override
    public void answered(Call call, StatusClass status, Duration took) {
      thrown.rise();
    }

    @Override
    public void retried(Call call, RetryCause cause) {
      thrown.rise();
    }

    @Override
    public void breakerChanged(Breaker state) {
      thrown.rise();
    }
  }

  /** Writes down what it hears. */
  private static final class Notes implements PlatformListener {
    final List<String> heard = new ArrayList<>();
    @Nullable Instant expiry;

    @Override
    public void accessTokenFetched(
        Trigger trigger,
        @Nullable PlatformFailure failure,
        Duration took,
        @Nullable Instant expiresAt) {
      assertThat(took).isGreaterThanOrEqualTo(Duration.ZERO);
      expiry = expiresAt;
      heard.add((failure == null ? "fetched" : failure.getClass().getSimpleName()) + " " + trigger);
    }

    @Override
    public void answered(Call call, StatusClass status, Duration took) {
      assertThat(took).isGreaterThanOrEqualTo(Duration.ZERO);
      heard.add(call + " " + status);
    }

    @Override
    public void retried(Call call, RetryCause cause) {
      heard.add("retried " + call + " " + cause);
    }

    @Override
    public void breakerChanged(Breaker state) {
      heard.add("breaker " + state);
    }
  }
}
