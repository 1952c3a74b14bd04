package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A transport of the library's user that forgets calls, and users who block: nobody waits for it.
 */
@Timeout(60)
class OddTransportTest {
  private static final EndUser USER = EndUser.withId("user-1");
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(400));

  private final FakeTransport transport = new FakeTransport();

  @ParameterizedTest
  @MethodSource("io.axptoken.client.platform.CarelessConsumerTest#thrown")
  void aTransportThatThrowsFailsTheCallAlone(Supplier<Throwable> thrown) {
    assertFailsAlone(() -> CarelessConsumerTest.toss(thrown));
  }

  @Test
  @SuppressWarnings("NullAway")
  void aTransportWithoutAStageFailsTheCallAlone() {
    assertFailsAlone(() -> null);
  }

  private void assertFailsAlone(Supplier<CompletionStage<TransportAnswer>> odd) {
    Switching way = new Switching(odd);
    try (TokenPlatform platform =
        CarelessConsumerTest.platform(Some.config().resilience(Resilience.NONE), way)) {
      platform.issueAndWait(USER);
      way.isOdd = true;
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(Unavailable.class);
      way.isOdd = false;
      CarelessConsumerTest.assertIssues(platform);
    }
  }

  @Test
  void aTransportThatForgetsACallIsNotWaitedForAndTheUserIsServedAgain() {
    Switching way = new Switching(CompletableFuture::new);
    try (TokenPlatform platform =
        CarelessConsumerTest.platform(
            Some.config().deadlines(SHORT).resilience(new Resilience(0, 1, false)), way)) {
      platform.issueAndWait(USER);
      way.isOdd = true;
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(TimedOut.class);
      way.isOdd = false;
      CarelessConsumerTest.assertIssues(platform);
    }
  }

  @Test
  void closingEndsWhatIsUnderWay() {
    Switching way = new Switching(CompletableFuture::new);
    way.isOdd = true;
    TokenPlatform platform = CarelessConsumerTest.platform(Some.config(), way);
    CompletionStage<EndUserToken> one = platform.issue(USER);
    CompletionStage<Void> ready = platform.prepare();

    platform.close();

    assertThat(failureOf(one).trace().cause()).isEqualTo(Cause.CLOSED);
    assertThat(failureOf(ready).trace().cause()).isEqualTo(Cause.CLOSED);
  }

  @Test
  void whoBlocksWhenHeHearsOfAFailureHoldsUpNobodyElse() throws InterruptedException {
    CompletableFuture<TransportAnswer> grant = new CompletableFuture<>();
    transport.onAccessToken(grant);
    CountDownLatch released = new CountDownLatch(1);
    try (TokenPlatform platform = CarelessConsumerTest.platform(Some.config(), transport)) {
      CompletionStage<?> first = blocking(platform.issue(USER), released);
      CompletionStage<?> prepared = blocking(platform.prepare(), released);
      CompletionStage<EndUserToken> same = platform.issue(USER);
      CompletionStage<EndUserToken> other = platform.issue(EndUser.withId("user-2"));
      CompletionStage<?> last = blocking(platform.issue(EndUser.withId("user-3")), released);

      answer(401, "").thenAccept(grant::complete);

      assertThat(failureOf(other)).isInstanceOf(RejectedCredentials.class);
      assertThat(same.toCompletableFuture()).isNotNull();
      released.countDown();
      assertThat(failureOf(same)).isInstanceOf(RejectedCredentials.class);
      assertThat(Stream.of(first, prepared, last)).allMatch(stage -> stage != null);
    }
  }

  private static CompletionStage<?> blocking(CompletionStage<?> stage, CountDownLatch released) {
    return stage.whenComplete((_, _) -> {
      try {
        released.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  /** The fake one, or something odd. */
  private static final class Switching implements Transport {
    private final FakeTransport good = new FakeTransport();
    private final Supplier<CompletionStage<TransportAnswer>> odd;
    private volatile boolean isOdd;

    Switching(Supplier<CompletionStage<TransportAnswer>> odd) {
      this.odd = odd;
    }

    @Override
    public CompletionStage<TransportAnswer> send(TransportRequest request) {
      return isOdd ? odd.get() : good.send(request);
    }

    @Override
    public void close() {
      good.close();
    }
  }
}
