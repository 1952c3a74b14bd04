package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static io.axptoken.client.platform.FakeTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Retries and the circuit breaker, in virtual time. */
class ResilientCallsTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final MutableClock clock = new MutableClock();
  private final FakeTransport transport = new FakeTransport().whenWaiting(clock::advance);
  private final TokenPlatform platform = platform(Some.config().build());

  private TokenPlatform platform(PlatformConfig config) {
    return new Axp(config, transport, true, clock, clock::nanoTime);
  }

  @Test
  void twoAnswersThatSayNotNowAreNoticedByNobody() {
    transport.onEndUserToken(answer(503, "")).onEndUserToken(answer(502, ""));

    assertThat(platform.issueAndWait(USER).value()).isEqualTo("jwt.h.p.3");
    assertThat(transport.delays()).hasSize(2);
  }

  @Test
  void theThirdAnswerIsFinal() {
    failNext(3, answer(503, ""));

    assertThat(failureOf(platform.issue(USER))).isInstanceOf(Unavailable.class);
    assertThat(transport.endUserCalls()).hasSize(3);
  }

  @Test
  void theFetchOfTheAccessTokenIsRepeatedToo() {
    transport.onAccessToken(answer(504, "")).onAccessToken(failure(Reason.CONNECT_FAILED));

    assertThat(platform.issueAndWait(USER).value()).isNotEmpty();
    assertThat(transport.accessTokenCalls()).hasSize(3);
  }

  @Test
  void aBrokenConnectionIsReplacedWithoutWaiting() {
    transport.onEndUserToken(failure(Reason.BROKEN));

    assertThat(platform.issueAndWait(USER).value()).isEqualTo("jwt.h.p.2");
    assertThat(transport.delays()).isEmpty();
  }

  @Test
  void aRefusedRequestIsNotRepeated() {
    transport.onEndUserToken(answer(400, ""));

    assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedRequest.class);
    assertThat(transport.endUserCalls()).hasSize(1);
  }

  @Test
  void aPlatformThatSaysWhenIsAskedThen() {
    transport.onEndUserToken(answer(429, "", Map.of("retry-after", "1")));

    assertThat(platform.issueAndWait(USER).value()).isNotEmpty();
    assertThat(transport.delays()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aPlatformThatIsBusyForLongerIsNotAskedAgain() {
    transport.onEndUserToken(answer(429, "", Map.of("retry-after", "5")));

    assertThat(failureOf(platform.issue(USER)))
        .isInstanceOfSatisfying(
            Busy.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
    assertThat(transport.endUserCalls()).hasSize(1);
  }

  @Test
  void noRetryIsBegunThatWouldEndAfterTheDeadline() {
    CompletableFuture<TransportAnswer> late = new CompletableFuture<>();
    transport.onAccessToken(late);
    transport.onEndUserToken(answer(503, "", Map.of("retry-after", "1")));
    CompletionStage<EndUserToken> issued = platform.issue(USER);

    clock.advance(Duration.ofMillis(7_100));
    answer(200, FakeTransport.GRANT).thenAccept(late::complete);

    assertThat(failureOf(issued)).isInstanceOf(Unavailable.class);
    assertThat(transport.endUserCalls()).hasSize(1);
  }

  @Test
  void aRetryGetsWhatIsLeftOfTheWholeTime() {
    CompletableFuture<TransportAnswer> late = new CompletableFuture<>();
    transport.onAccessToken(late);
    transport.onEndUserToken(answer(503, "", Map.of("retry-after", "1")));
    CompletionStage<EndUserToken> issued = platform.issue(USER);

    clock.advance(Duration.ofSeconds(5));
    answer(200, FakeTransport.GRANT).thenAccept(late::complete);

    assertThat(issued).isCompleted();
    assertThat(transport.endUserCalls().getLast().timeout()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void withoutRetriesEveryCallIsMadeOnce() {
    TokenPlatform plain = platform(Some.config().resilience(Resilience.NONE).build());
    failNext(30, answer(503, ""));

    for (int i = 0; i < 30; i++) {
      failureOf(plain.issue(USER));
    }

    assertThat(transport.endUserCalls()).hasSize(30);
  }

  @Test
  void aPlatformThatIsDownIsNotAskedMoreThanAFifthMoreOften() {
    TokenPlatform eager = platform(Some.config().resilience(new Resilience(2, 1, false)).build());
    int calls = 2000;
    failNext(3 * calls, answer(503, ""));

    for (int i = 0; i < calls; i++) {
      failureOf(eager.issue(USER));
    }

    long seconds = transport.delays().stream().reduce(Duration.ZERO, Duration::plus).toSeconds();
    assertThat(transport.endUserCalls().size())
        .isBetween(calls + calls / 5, (int) (calls + calls / 5 + 256 + seconds + 1));
  }

  @Test
  void aSickPlatformIsLeftAloneAndTheReasonIsStillTold() {
    PlatformFailure refused = breakCircuit(answer(500, "", Map.of("av-log-id", "log-7")));

    assertThat(refused)
        .isInstanceOfSatisfying(
            Unavailable.class,
            down -> {
              assertThat(down.retryAfter()).isBetween(Duration.ofNanos(1), Duration.ofMillis(200));
              assertThat(down.trace().status()).isEqualTo(500);
              assertThat(down.trace().logId()).isEqualTo("log-7");
              assertThat(down.trace().hint()).startsWith("not asked now");
            });
  }

  @Test
  void aPlatformThatIsWellAgainIsUsedAgainWithinASecond() {
    breakCircuit(answer(500, ""));

    clock.advance(Duration.ofMillis(800));

    for (int i = 0; i < 20; i++) {
      assertThat(platform.issueAndWait(USER).value()).isNotEmpty();
    }
  }

  @Test
  void silenceOpensTheCircuitAsWell() {
    assertThat(breakCircuit(failure(Reason.TIMED_OUT))).isInstanceOf(Unavailable.class);
  }

  @Test
  void refusalsDoNotOpenTheCircuit() {
    for (int status : new int[] {400, 404, 409, 429}) {
      failNext(20, answer(status, ""));
      for (int i = 0; i < 20; i++) {
        assertThat(failureOf(platform.issue(USER)).trace().status()).isEqualTo(status);
      }
    }
    assertThat(transport.endUserCalls()).hasSize(80);
  }

  @Test
  void staleConnectionsDoNotOpenTheCircuit() {
    for (int i = 0; i < 100; i++) {
      transport.onEndUserToken(failure(Reason.BROKEN)).onEndUserToken(answer(409, ""));
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedRequest.class);
    }
  }

  @Test
  void anAttemptThatTookItsTimeIsNotRepeated() {
    transport.onEndUserToken(failure(Reason.TIMED_OUT));

    assertThat(failureOf(platform.issue(USER))).isInstanceOf(TimedOut.class);
    assertThat(transport.endUserCalls()).hasSize(1);
  }

  private PlatformFailure breakCircuit(CompletionStage<TransportAnswer> sickness) {
    failNext(10, sickness);
    for (int i = 0; i < 10; i++) {
      failureOf(platform.issue(USER));
    }
    PlatformFailure refused = failureOf(platform.issue(USER));
    assertThat(transport.endUserCalls()).hasSize(10);
    return refused;
  }

  private void failNext(int times, CompletionStage<TransportAnswer> answer) {
    for (int i = 0; i < times; i++) {
      transport.onEndUserToken(answer);
    }
  }
}
