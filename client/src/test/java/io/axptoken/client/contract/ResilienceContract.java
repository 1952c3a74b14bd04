package io.axptoken.client.contract;

import static io.axptoken.client.contract.Outcome.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import io.axptoken.testing.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the library bears of a sick platform, over a transport to be proven. */
public abstract class ResilienceContract extends PlatformFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String GRANT = "{\"access_token\":\"access\",\"expires_in\":900}";
  private static final String TOKEN = "{\"jwtToken\":\"jwt.h.p.s\"}";

  /** For the suites of the transports to extend. */
  protected ResilienceContract() {}

  @Test
  void aConnectionThatDiedUnnoticedCostsNobodyAnError() {
    AtomicInteger requests = new AtomicInteger();
    Script dyingAtTheThirdRequest =
        peer -> {
          while (true) {
            boolean grant = peer.request().contains("/openid-connect/");
            if (requests.incrementAndGet() == 3) {
              peer.reset();
              return;
            }
            peer.send(grant ? Conversation.answer(200, GRANT) : Conversation.answer(201, TOKEN));
          }
        };
    try (RawServer server = RawServer.start(dyingAtTheThirdRequest)) {
      TokenPlatform platform = livePlatform(config(server.uri("")));

      assertThat(issued(platform).value()).isNotEmpty();
      assertThat(issued(platform).value()).isNotEmpty();

      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void aPlatformThatComesUpBetweenTwoAttemptsIsFound() {
    sandbox().faults().on(Endpoint.ACCESS_TOKEN).times(2, Fault.status(503));
    sandbox().faults().on(Endpoint.END_USER_TOKEN).times(2, Fault.status(504));

    assertThat(issued(livePlatform(config())).value()).isNotEmpty();

    assertThat(accessTokenCalls()).isEqualTo(3);
    assertThat(endUserCalls()).isEqualTo(3);
  }

  @Test
  void aPlatformThatAsksForASecondGetsIt() {
    sandbox()
        .faults()
        .on(Endpoint.END_USER_TOKEN)
        .next(Fault.status(429).retryAfter(Duration.ofSeconds(1)));
    long begin = System.nanoTime();

    assertThat(issued(livePlatform(config())).value()).isNotEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void nobodyListeningIsFoundOutByAFewAttempts() {
    try (RefusedPort port = RawServer.refusing()) {
      assertThat(failureOf(livePlatform(config(port.uri(""))).issue(USER)))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void aPlatformThatNeverTakesTheConnectionIsNotWaitedForBeyondTheWholeTime() {
    Deadlines deadlines =
        new Deadlines(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));
    try (RawServer deaf = RawServer.deaf()) {
      TokenPlatform platform = livePlatform(config(deaf.uri("")).deadlines(deadlines));
      long begin = System.nanoTime();

      assertThat(failureOf(platform.issue(USER)))
          .isInstanceOfAny(TimedOut.class, Unavailable.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void theVerySameUserIsAskedForOnceByAllWhoCome() {
    sandbox().faults().on(Endpoint.END_USER_TOKEN).next(Fault.delay(Duration.ofMillis(300)));
    TokenPlatform platform = livePlatform(config());

    List<CompletionStage<EndUserToken>> stages =
        IntStream.range(0, 100).mapToObj(i -> platform.issue(USER)).toList();

    assertThat(stages.stream().map(Outcome::of).distinct()).hasSize(1);
    assertThat(endUserCalls()).isEqualTo(1);
  }

  @Test
  void whoComesWhenTooManyAreUnderWayIsSentAwayAtOnceAndServedLater() {
    sandbox().faults().on(Endpoint.END_USER_TOKEN).next(Fault.delay(Duration.ofMillis(500)));
    TokenPlatform platform = livePlatform(config().resilience(new Resilience(2, 1, true)));
    CompletionStage<EndUserToken> slow = platform.issue(USER);
    EndUser other = EndUser.withId("other");

    assertThat(failureOf(platform.issue(other))).isInstanceOf(Overloaded.class);

    assertThat(Outcome.of(slow).value()).isNotEmpty();
    assertThat(Outcome.of(platform.issue(other)).value()).isNotEmpty();
  }

  @Test
  void afterClosingARetryIsNotMadeAnyMore() {
    sandbox()
        .faults()
        .on(Endpoint.ACCESS_TOKEN)
        .always(Fault.status(503).retryAfter(Duration.ofSeconds(1)));
    TokenPlatform platform = livePlatform(config());
    CompletionStage<EndUserToken> waiting = platform.issue(USER);
    sandbox().journal().awaitCalls(Endpoint.ACCESS_TOKEN, 1, PATIENCE);

    platform.close();

    assertThat(failureOf(waiting)).isInstanceOf(Unavailable.class);
    assertThat(accessTokenCalls()).isEqualTo(1);
  }
}
