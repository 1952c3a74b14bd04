package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.Transport;
import io.axptoken.testing.CapturedLogs;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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

  private final FakeTransport transport = new FakeTransport();

  static Stream<Supplier<Throwable>> thrown() {
    return Stream.of(
        () -> new IOException("a checked one"),
        () -> new StackOverflowError("as if"),
        () -> new IllegalStateException("a plain one"),
        () -> new InterruptedException("as if"),
        () -> new OutOfMemoryError("as if"));
  }

  /* As languages without checked exceptions throw. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable, R> R sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  static <R> R toss(Supplier<Throwable> thrown) {
    return CarelessConsumerTest.<RuntimeException, R>sneak(thrown.get());
  }

  private TokenPlatform platform(PlatformConfigBuilder config) {
    return platform(config, transport);
  }

  static TokenPlatform platform(PlatformConfigBuilder config, Transport way) {
    return TokenPlatform.axp(config.build(), way, InstantSource.system());
  }

  static void assertIssues(TokenPlatform platform) {
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
}
