package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.Resilience;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.CapturedLogs;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the code of the library's user does, every stage ends and the next call is as good. */
@Timeout(60)
class CarelessConsumerTest {
  private static final EndUser USER = EndUser.withId("user-1");
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(400));

  private final FakeTransport transport = new FakeTransport();

  static Stream<Supplier<Throwable>> thrown() {
    return Stream.of(
        () -> new IOException("a checked one"),
        () -> new StackOverflowError("as if"),
        () -> new IllegalStateException("a plain one"),
        () -> new InterruptedException("as if"),
        () -> new OutOfMemoryError("as if"));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable, R> R sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static <R> R toss(Supplier<Throwable> thrown) {
    return CarelessConsumerTest.<RuntimeException, R>sneak(thrown.get());
  }

  private TokenPlatform platform(PlatformConfigBuilder config) {
    return platform(config, transport);
  }

  private static TokenPlatform platform(PlatformConfigBuilder config, Transport way) {
    return TokenPlatform.axp(config.build(), way, InstantSource.system());
  }

  private static void assertIssues(TokenPlatform platform) {
    assertThat(platform.issueAndWait(USER).value()).isNotEmpty();
    assertThat(platform.issueAndWait(USER).value()).isNotEmpty();
  }

  /** Throws at whatever it hears. */
  private record Listener(Supplier<Throwable> thrown) implements PlatformListener {
    @Override
    public void accessTokenFetched(
        Trigger trigger,
        @Nullable PlatformFailure failure,
        Duration took,
        @Nullable Instant expiresAt) {
      toss(thrown);
    }

    @Override
    public void answered(Call call, StatusClass status, Duration took) {
      toss(thrown);
    }

    @Override
    public void retried(Call call, RetryCause cause) {
      toss(thrown);
    }

    @Override
    public void breakerChanged(Breaker state) {
      toss(thrown);
    }
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void aListenerThatThrowsChangesNothingAndIsToldOnce(
      Supplier<Throwable> thrown, CapturedLogs logs) {
    try (TokenPlatform platform = platform(Some.config().listener(new Listener(thrown)))) {
      assertIssues(platform);
      transport.onEndUserToken(answer(503, "")).onEndUserToken(answer(409, ""));
      failureOf(platform.issue(USER));
      assertIssues(platform);
    }

    assertThat(logs.messages(Level.WARNING))
        .filteredOn(line -> line.contains("platform listener threw"))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void aContextThatThrowsChangesNothing(Supplier<Throwable> thrown) {
    CallContext atTheBeginning = (call, target, retriesDone) -> toss(thrown);
    CallContext inTheMidst =
        (call, target, retriesDone) ->
            new CallContext.Attempt() {
              @Override
              public Map<String, String> headers() {
                return toss(thrown);
              }

              @Override
              public void ended(PlatformListener.StatusClass status, int httpStatus) {
                toss(thrown);
              }
            };
    try (TokenPlatform platform = platform(Some.config())) {
      assertThat(Outcome.of(platform.issue(USER, atTheBeginning)).value()).isNotEmpty();
      assertThat(Outcome.of(platform.issue(USER, inTheMidst)).value()).isNotEmpty();
      assertIssues(platform);
    }
  }

  @Test
  void headersThatCannotBeSentAreNot() {
    CallContext odd = context(Map.of("x-trace", "a\r\nappkey: forged"));
    CallContext framing = context(Map.of("content-length", "0"));
    try (TokenPlatform platform = platform(Some.config())) {
      Outcome.of(platform.issue(USER, odd));
      Outcome.of(platform.issue(USER, framing));
    }

    assertThat(transport.endUserCalls())
        .hasSize(2)
        .noneMatch(call -> call.headers().containsKey("x-trace"))
        .noneMatch(call -> call.headers().containsKey("content-length"));
  }

  private static CallContext context(Map<String, String> headers) {
    return (Call call, URI target, int retriesDone) ->
        new CallContext.Attempt() {
          @Override
          public Map<String, String> headers() {
            return headers;
          }
        };
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void aSecretThatCannotBeReadIsNamedAsThat(Supplier<Throwable> thrown) {
    assertUnreadable(Some.config().clientSecret((Supplier<Secret>) () -> toss(thrown)));
  }

  @Test
  void aSecretThatIsNotThereIsNamedAsThat() {
    @SuppressWarnings("NullAway")
    Supplier<Secret> absent = () -> null;
    assertUnreadable(Some.config().clientSecret(absent));
  }

  private void assertUnreadable(PlatformConfigBuilder config) {
    for (TokenPlatform platform :
        new TokenPlatform[] {
          platform(config),
          TokenPlatform.infinity(config.build(), transport, InstantSource.system())
        }) {
      PlatformFailure failure = failureOf(platform.issue(USER));
      assertThat(failure).isInstanceOf(RejectedCredentials.class);
      assertThat(failure.trace().cause()).isEqualTo(Cause.SECRET_UNREADABLE);
      platform.close();
    }
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void aClockThatThrowsIsReplacedByTheSystems(Supplier<Throwable> thrown) {
    PlatformConfig config = Some.config().build();
    try (TokenPlatform platform = TokenPlatform.axp(config, transport, () -> toss(thrown))) {
      assertIssues(platform);
      transport.onEndUserToken(answer(409, ""));
      failureOf(platform.issue(USER));
      assertIssues(platform);
    }
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void aTransportThatThrowsFailsTheCallAlone(Supplier<Throwable> thrown) {
    assertFailsAlone(() -> toss(thrown));
  }

  @Test
  @SuppressWarnings("NullAway")
  void aTransportWithoutAStageFailsTheCallAlone() {
    assertFailsAlone(() -> null);
  }

  private void assertFailsAlone(Supplier<CompletionStage<TransportAnswer>> odd) {
    Switching way = new Switching(odd);
    try (TokenPlatform platform = platform(Some.config().resilience(Resilience.NONE), way)) {
      platform.issueAndWait(USER);
      way.isOdd = true;
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(Unavailable.class);
      way.isOdd = false;
      assertIssues(platform);
    }
  }

  @Test
  void aTransportThatForgetsACallIsNotWaitedForAndTheUserIsServedAgain() {
    Switching way = new Switching(CompletableFuture::new);
    try (TokenPlatform platform =
        platform(Some.config().deadlines(SHORT).resilience(new Resilience(0, 1, false)), way)) {
      platform.issueAndWait(USER);
      way.isOdd = true;
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(TimedOut.class);
      way.isOdd = false;
      assertIssues(platform);
    }
  }

  @Test
  void closingEndsWhatIsUnderWay() {
    Switching way = new Switching(CompletableFuture::new);
    way.isOdd = true;
    TokenPlatform platform = platform(Some.config(), way);
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
    try (TokenPlatform platform = platform(Some.config())) {
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
