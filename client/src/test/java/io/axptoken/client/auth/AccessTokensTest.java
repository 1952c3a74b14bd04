package io.axptoken.client.auth;

import static io.axptoken.client.contract.Outcome.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private final RuntimeException failure = new IllegalStateException("no platform");

  private final MutableClock clock = new MutableClock();
  private final List<CompletableFuture<Grant>> fetches = new ArrayList<>();
  private final AccessTokens tokens =
      new AccessTokens((_, _) -> begin(), clock, clock::nanoTime, new Backoff(() -> 0.0));

  private CompletableFuture<Grant> begin() {
    fetches.add(new CompletableFuture<>());
    return fetches.getLast();
  }

  @Test
  void nothingIsReadyAtFirstAndNothingIsFetchedUnasked() {
    assertThat(tokens.ready()).isNull();
    assertThat(fetches).isEmpty();
  }

  @Test
  void allWhoWaitShareOneFetch() {
    List<CompletableFuture<AccessToken>> waiting = List.of(tokens.fetched(), tokens.fetched());
    assertThat(fetches).hasSize(1);

    grant("a", LIFE);

    assertThat(waiting).allSatisfy(one -> assertThat(nameOf(Outcome.of(one))).isEqualTo("a"));
  }

  @Test
  void theTokenServesWithoutAFetchForThreeQuartersOfItsLife() {
    cache("a", LIFE);

    clock.advance(LIFE.multipliedBy(3).dividedBy(4).minusMillis(1));

    assertThat(nameOf(tokens.ready())).isEqualTo("a");
    assertThat(fetches).hasSize(1);
  }

  @Test
  void afterThreeQuartersOneRefreshBeginsAndTheOldTokenServesMeanwhile() {
    cache("a", LIFE);
    clock.advance(LIFE.multipliedBy(3).dividedBy(4));

    assertThat(nameOf(tokens.ready())).isEqualTo("a");
    assertThat(nameOf(tokens.ready())).isEqualTo("a");
    assertThat(nameOf(Outcome.of(tokens.fetched()))).isEqualTo("a");
    assertThat(fetches).hasSize(2);

    grant("b", LIFE);
    assertThat(nameOf(tokens.ready())).isEqualTo("b");
  }

  @Test
  void askingForAFetchedTokenRefreshesAnAgingOne() {
    cache("a", LIFE);
    clock.advance(LIFE.multipliedBy(3).dividedBy(4));

    assertThat(nameOf(Outcome.of(tokens.fetched()))).isEqualTo("a");
    assertThat(fetches).hasSize(2);
  }

  @Test
  void shortlyBeforeItsEndTheTokenIsNotUsedAnyMore() {
    cache("a", LIFE);

    clock.advance(LIFE.minusSeconds(10));

    assertThat(tokens.ready()).isNull();
    assertThat(tokens.fetched()).isNotDone();
  }

  @Test
  void theLifeOfATokenBeginsWhenItIsAskedFor() {
    CompletableFuture<AccessToken> waiting = tokens.fetched();
    clock.advance(LIFE);
    grant("a", LIFE);

    assertThat(nameOf(Outcome.of(waiting))).isEqualTo("a");
    assertThat(tokens.ready()).isNull();
  }

  @Test
  void aRefreshThatIsStillUnderWayWhenTheTokenEndsIsWaitedFor() {
    cache("a", LIFE);
    clock.advance(LIFE.multipliedBy(3).dividedBy(4));
    tokens.ready();
    clock.advance(LIFE);

    CompletableFuture<AccessToken> waiting = tokens.fetched();
    grant("b", LIFE);

    assertThat(fetches).hasSize(2);
    assertThat(nameOf(Outcome.of(waiting))).isEqualTo("b");
  }

  @Test
  void aFailedRefreshDoesNoHarmWhileTheTokenLivesAndIsNotRepeatedAtOnce() {
    cache("a", LIFE);
    clock.advance(LIFE.multipliedBy(3).dividedBy(4));
    tokens.ready();
    fetches.getLast().completeExceptionally(failure);

    assertThat(nameOf(tokens.ready())).isEqualTo("a");
    assertThat(fetches).hasSize(2);

    clock.advance(Duration.ofMillis(100));
    assertThat(nameOf(tokens.ready())).isEqualTo("a");
    assertThat(fetches).hasSize(3);
  }

  @Test
  void aFailureReachesAllWhoWaitAndThoseWhoComeRightAfter() {
    CompletableFuture<AccessToken> waiting = tokens.fetched();
    fetches.getLast().completeExceptionally(failure);

    assertThat(errorOf(waiting)).isSameAs(failure);
    clock.advance(Duration.ofMillis(99));
    assertThat(errorOf(tokens.fetched())).isSameAs(failure);
    assertThat(fetches).hasSize(1);
  }

  @Test
  void thePauseAfterAFailureDoublesUpToFiveSeconds() {
    for (int pause : List.of(100, 200, 400, 800, 1600, 3200, 5000, 5000)) {
      failNext();
      clock.advance(Duration.ofMillis(pause - 1));
      assertThat(tokens.fetched()).isCompletedExceptionally();
      clock.advance(Duration.ofMillis(1));
    }
    assertThat(fetches).hasSize(8);
    assertThat(tokens.fetched()).isNotDone();
  }

  @Test
  void aSuccessEndsTheSeriesOfFailures() {
    failNext();
    clock.advance(Duration.ofMillis(100));
    failNext();
    clock.advance(Duration.ofMillis(200));
    cache("a", Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));

    failNext();
    clock.advance(Duration.ofMillis(100));

    assertThat(tokens.fetched()).isNotDone();
  }

  @Test
  void thePlatformsOwnRetryAfterLengthensThePause() {
    Trace trace = new Trace(Call.ACCESS_TOKEN, Cause.ANSWER, 429, null, null);
    assertThat(tokens.fetched()).isNotDone();
    fetches
        .getLast()
        .completeExceptionally(new PlatformException(new Busy(trace, Duration.ofSeconds(3))));

    clock.advance(Duration.ofMillis(2_999));
    assertThat(tokens.fetched()).isCompletedExceptionally();
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.fetched()).isNotDone();
  }

  @Test
  void aSourceThatThrowsIsAFailedFetch() {
    AccessTokens broken =
        new AccessTokens(
            (_, _) -> {
              throw failure;
            },
            clock,
            clock::nanoTime);

    assertThat(errorOf(broken.fetched())).isSameAs(failure);
  }

  @Test
  void aRefusedTokenIsDropped() {
    AccessToken refused = cache("a", LIFE);

    tokens.reject(refused);

    assertThat(tokens.ready()).isNull();
    assertThat(tokens.fetched()).isNotDone();
  }

  @Test
  void theLateRefusalOfAnOlderTokenIsNoNews() {
    AccessToken old = cache("a", LIFE);
    tokens.reject(old);
    cache("b", LIFE);

    tokens.reject(old);

    assertThat(nameOf(tokens.ready())).isEqualTo("b");
  }

  @Test
  void aTokenRefusedDuringARefreshIsNotServedAgainAndTheRefreshIsWaitedFor() {
    AccessToken old = cache("a", LIFE);
    clock.advance(LIFE.multipliedBy(3).dividedBy(4));
    tokens.ready();
    tokens.reject(old);

    assertThat(tokens.ready()).isNull();
    CompletableFuture<AccessToken> waiting = tokens.fetched();
    grant("b", LIFE);

    assertThat(fetches).hasSize(2);
    assertThat(nameOf(Outcome.of(waiting))).isEqualTo("b");
  }

  @Test
  void whoeverWasRefusedWithAnOlderTokenMayTryAgainWithTheNewOne() {
    AccessToken old = cache("a", LIFE);
    assertThat(tokens.reject(old)).isTrue();
    cache("b", LIFE);
    tokens.renewedInVain(failure);

    assertThat(tokens.reject(old)).isTrue();
    assertThat(nameOf(tokens.ready())).isEqualTo("b");
  }

  @Test
  void afterARenewalInVainRefusedTokensAreKeptForAShortGrowingTime() {
    AccessToken token = cache("a", LIFE);
    tokens.renewedInVain(failure);

    assertThat(tokens.reject(token)).isFalse();
    assertThat(tokens.ready()).isSameAs(token);
    clock.advance(Duration.ofMillis(100));
    assertThat(tokens.reject(token)).isTrue();

    AccessToken next = cache("b", LIFE);
    tokens.renewedInVain(failure);
    clock.advance(Duration.ofMillis(100));
    assertThat(tokens.reject(next)).isFalse();
  }

  @Test
  void aRenewalThatWorkedMakesTheNextRefusalNewsAgain() {
    AccessToken token = cache("a", LIFE);
    tokens.renewedInVain(failure);

    tokens.renewed();

    assertThat(tokens.reject(token)).isTrue();
  }

  private AccessToken cache(String name, @Nullable Duration life) {
    CompletableFuture<AccessToken> fetched = tokens.fetched();
    grant(name, life);
    return Outcome.of(fetched);
  }

  private void grant(String name, @Nullable Duration life) {
    fetches.getLast().complete(new Grant(Map.of("name", name), life));
  }

  private void failNext() {
    assertThat(tokens.fetched()).isNotDone();
    fetches.getLast().completeExceptionally(failure);
  }

  private static @Nullable String nameOf(@Nullable AccessToken token) {
    return token == null ? null : token.headers().get("name");
  }
}
