package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.RotatingSecret;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the client secret comes from, on either platform. */
class SecretSupplierTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final FakeTransport transport = new FakeTransport();

  /** Both ask for the secret: one for each access token, the other for each token. */
  enum Kind {
    AXP,
    INFINITY;

    TokenPlatform over(PlatformConfigBuilder config, FakeTransport transport) {
      return this == AXP
          ? TokenPlatform.axp(config.build(), transport, InstantSource.system())
          : TokenPlatform.infinity(config.build(), transport, InstantSource.system());
    }
  }

  private TokenPlatform platform(Kind kind, PlatformConfigBuilder config) {
    return kind.over(config, transport);
  }

  @ParameterizedTest
  @EnumSource
  void aSupplierThatBlocksIsNeverRunOnTheCallersThread(Kind kind) throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    Supplier<Secret> blocking =
        () -> {
          ranOn.set(Thread.currentThread());
          try {
            open.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Some.CLIENT_SECRET;
        };

    CompletionStage<EndUserToken> token =
        platform(kind, Some.config().clientSecret(blocking)).issue(USER);

    assertThat(token.toCompletableFuture()).isNotDone();
    open.countDown();
    assertThat(Outcome.of(token).value()).isNotEmpty();
    assertThat(ranOn.get()).isNotSameAs(Thread.currentThread());
    assertThat(ranOn.get().isVirtual()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aSupplierMayBeAsynchronous(Kind kind) {
    CompletableFuture<Secret> later = new CompletableFuture<>();
    CompletionStage<EndUserToken> token =
        platform(kind, Some.config().clientSecretAsync(() -> later)).issue(USER);
    assertThat(token.toCompletableFuture()).isNotDone();

    later.complete(Some.CLIENT_SECRET);

    assertThat(Outcome.of(token).value()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // As a careless supplier does.
  void nullIsToldAsWhatItIs(Kind kind) {
    Supplier<Secret> absent = () -> null;

    assertDetail(kind, Some.config().clientSecret(absent), "its supplier gave null");
    assertDetail(kind, Some.config().clientSecretAsync(() -> null), "its supplier gave null");
    assertDetail(
        kind,
        Some.config().clientSecretAsync(() -> CompletableFuture.completedStage(null)),
        "its supplier gave null");
  }

  @ParameterizedTest
  @EnumSource
  void aCheckedExceptionIsToldAsWhatItIsWithoutItsMessage(Kind kind) {
    PlatformConfigBuilder unreadable =
        Some.config()
            .clientSecretFrom(() -> {
              throw new NoSuchFileException("/run/s3cr3t");
            });
    PlatformConfigBuilder failing =
        Some.config()
            .clientSecretAsync(
                () -> CompletableFuture.failedStage(new NoSuchFileException("/run/s3cr3t")));
    String detail = "its supplier threw java.nio.file.NoSuchFileException";

    assertDetail(kind, unreadable, detail);
    assertDetail(kind, failing, detail);
  }

  @ParameterizedTest
  @EnumSource
  void aSupplierThatNeverAnswersIsToldAsThat(Kind kind) {
    Duration brief = Duration.ofMillis(200);
    PlatformConfigBuilder silent =
        Some.config()
            .deadlines(new Deadlines(brief, brief, brief))
            .clientSecretAsync(CompletableFuture::new);

    CompletionStage<EndUserToken> token = platform(kind, silent).issue(USER);

    assertThat(failureOf(token).trace().call()).isNotNull();
    assertThat(transport.accessTokenCalls()).isEmpty();
    assertThat(transport.endUserCalls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRotatingSecretIsTakenWithoutAnotherThread(Kind kind) {
    RotatingSecret secret = new RotatingSecret(Some.CLIENT_SECRET);

    CompletionStage<EndUserToken> token =
        platform(kind, Some.config().clientSecret(secret)).issue(USER);

    assertThat(token.toCompletableFuture()).isDone();
    assertThat(secret.toString()).doesNotContain("s3cr3t");
  }

  private void assertDetail(Kind kind, PlatformConfigBuilder config, String detail) {
    Trace trace = failureOf(platform(kind, config).issue(USER)).trace();

    assertThat(trace.detail()).isEqualTo(detail);
    assertThat(trace.hint()).isEqualTo("the client secret could not be read (" + detail + ")");
  }
}
