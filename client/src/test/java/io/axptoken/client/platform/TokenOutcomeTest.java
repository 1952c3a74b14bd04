package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenOutcome;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The one event of each call: a token or not, how long it took, and what it was. */
class TokenOutcomeTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final MutableClock clock = new MutableClock();
  private final FakeTransport transport = new FakeTransport().whenWaiting(clock::advance);
  private final List<TokenOutcome> heard = new CopyOnWriteArrayList<>();
  private final PlatformListener listener =
      new PlatformListener() {
        @Override
        public void tokenEnded(TokenOutcome outcome) {
          heard.add(outcome);
        }
      };

  private TokenPlatform platform(PlatformConfigBuilder config) {
    return new Axp(config.listener(listener).build(), transport, true, clock, clock::nanoTime);
  }

  @Test
  void aTokenIsOneEventHoweverManyAttemptsItTook() {
    transport.onEndUserToken(answer(503, "")).onEndUserToken(answer(503, ""));

    platform(Some.config()).issueAndWait(USER);

    assertThat(heard).hasSize(1);
    TokenOutcome outcome = heard.getFirst();
    assertThat(outcome.issued()).isTrue();
    assertThat(outcome.failure()).isNull();
    assertThat(outcome.shared()).isFalse();
    assertThat(outcome.took())
        .isEqualTo(transport.delays().stream().reduce(Duration.ZERO, Duration::plus));
    assertThat(outcome.outcome()).isEqualTo("issued");
  }

  @Test
  void aFailureIsOneEventWithItsKindAsAWord() {
    transport.onAccessToken(answer(401, ""));

    assertThat(failureOf(platform(Some.config()).issue(USER))).isEqualTo(failure(only()));

    assertThat(only().outcome()).isEqualTo("rejected-credentials");
    assertThat(only().issued()).isFalse();
  }

  @Test
  void whoSharesHasAnEventOfTheirOwn() {
    CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();
    transport.onEndUserToken(pending);
    TokenPlatform platform = platform(Some.config());
    CompletionStage<EndUserToken> one = platform.issue(USER);
    CompletionStage<EndUserToken> other = platform.issue(USER);

    answer(201, "{\"jwtToken\":\"jwt.h.p.shared\"}").thenAccept(pending::complete);

    assertThat(Outcome.of(one)).isEqualTo(Outcome.of(other));
    assertThat(heard).extracting(TokenOutcome::shared).containsExactly(false, true);
    assertThat(heard).allMatch(TokenOutcome::issued);
  }

  @Test
  void whoIsSentAwayReachesListenerAndStatus() {
    transport.onEndUserToken(new CompletableFuture<>());
    TokenPlatform platform = platform(Some.config().resilience(new Resilience(2, 1, true)));
    platform.issue(USER);

    failureOf(platform.issue(EndUser.withId("one-too-many")));

    assertThat(only().outcome()).isEqualTo("overloaded");
    var last = Objects.requireNonNull(platform.status().lastFailure());
    assertThat(last.failure().kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(last.over()).isFalse();
  }

  @Test
  void anOverloadIsOverWithTheNextToken() {
    CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();
    transport.onEndUserToken(pending);
    TokenPlatform platform = platform(Some.config().resilience(new Resilience(2, 1, true)));
    platform.issue(USER);
    failureOf(platform.issue(EndUser.withId("one-too-many")));

    answer(201, "{\"jwtToken\":\"jwt.h.p.one\"}").thenAccept(pending::complete);

    assertThat(Objects.requireNonNull(platform.status().lastFailure()).over()).isTrue();
  }

  @Test
  void anOutcomePrintsNothingOfACustomer() {
    platform(Some.config()).issueAndWait(EndUser.withId("cust0mer-1"));

    assertThat(only().toString()).isEqualTo("TokenOutcome[issued, took=PT0S, shared=false]");
  }

  private TokenOutcome only() {
    assertThat(heard).hasSize(1);
    return heard.getFirst();
  }

  private static Object failure(TokenOutcome outcome) {
    return Objects.requireNonNull(outcome.failure());
  }
}
