package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A place for one, and a line for two. */
class WaitingForAPlaceTest {
  private static final Resilience ONE_AND_TWO =
      Resilience.DEFAULT.withMaxConcurrent(1).withMaxWaiting(2);

  private final FakeTransport transport = new FakeTransport();
  private final CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();

  private TokenPlatform platform(Deadlines deadlines) {
    transport.onEndUserToken(pending);
    return TokenPlatform.axp(
        Some.config().resilience(ONE_AND_TWO).deadlines(deadlines).build(),
        transport,
        InstantSource.system());
  }

  @Test
  void whoWaitsGetsThePlaceThatBecomesFree() {
    TokenPlatform platform = platform(Deadlines.DEFAULT);
    CompletionStage<EndUserToken> inside = platform.issue(EndUser.withId("user-1"));
    CompletionStage<EndUserToken> first = platform.issue(EndUser.withId("user-2"));
    CompletionStage<EndUserToken> second = platform.issue(EndUser.withId("user-3"));
    assertThat(transport.endUserCalls()).hasSize(1);

    answer(201, "{\"jwtToken\":\"jwt.h.p.1\"}").thenAccept(pending::complete);

    assertThat(Outcome.of(inside)).isNotNull();
    assertThat(Outcome.of(first)).isNotNull();
    assertThat(Outcome.of(second)).isNotNull();
  }

  @Test
  void whoFindsTheLineFullIsSentAway() {
    TokenPlatform platform = platform(Deadlines.DEFAULT);
    platform.issue(EndUser.withId("user-1"));
    platform.issue(EndUser.withId("user-2"));
    platform.issue(EndUser.withId("user-3"));

    assertThat(failureOf(platform.issue(EndUser.withId("user-4")))).isInstanceOf(Overloaded.class);
  }

  @Test
  void whoWaitsInVainIsSentAwayAtTheDeadlineWithoutHavingBeenTried() {
    Duration brief = Duration.ofMillis(300);
    TokenPlatform platform = platform(new Deadlines(brief, brief, brief));
    platform.issue(EndUser.withId("user-1"));

    assertThat(failureOf(platform.issue(EndUser.withId("user-2")))).isInstanceOf(Overloaded.class);
  }

  @Test
  void closingEndsTheWaitingToo() {
    TokenPlatform platform = platform(Deadlines.DEFAULT);
    platform.issue(EndUser.withId("user-1"));
    CompletionStage<EndUserToken> waiting = platform.issue(EndUser.withId("user-2"));

    platform.close();

    assertThat(failureOf(waiting).trace().cause()).hasToString("closed");
  }

  @Test
  void aLineOfLessThanNobodyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resilience.DEFAULT.withMaxWaiting(-1))
        .withMessageContaining("maxWaiting");
  }
}
