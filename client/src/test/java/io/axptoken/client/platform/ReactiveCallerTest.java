package io.axptoken.client.platform;

import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformException;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.testing.CapturedLogs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The library as Reactor and whoever else cancels uses it. */
class ReactiveCallerTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final FakeTransport transport = new FakeTransport();
  private final TokenPlatform platform =
      TokenPlatform.axp(Some.config().build(), transport, InstantSource.system());

  @Test
  void aMonoThatIsCancelledLogsNoErrorAndHarmsNobodyWhoShares(CapturedLogs logs) {
    CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();
    transport.onEndUserToken(pending);
    CompletionStage<EndUserToken> other = platform.issue(USER);
    Disposable first = Mono.fromCompletionStage(() -> platform.issue(USER)).subscribe();
    Disposable second = Mono.fromFuture(platform.issue(USER).toCompletableFuture()).subscribe();

    first.dispose();
    second.dispose();
    answer(201, "{\"jwtToken\":\"jwt.h.p.shared\"}").thenAccept(pending::complete);

    assertThat(Outcome.of(other).value()).isEqualTo("jwt.h.p.shared");
    assertThat(logs.text()).isEmpty(); // Reactor prints its errors where nobody takes its log.
  }

  @Test
  void aMonoThatTimesOutLogsNoError(CapturedLogs logs) {
    transport.onEndUserToken(new CompletableFuture<>());
    Mono<EndUserToken> impatient =
        Mono.fromCompletionStage(() -> platform.issue(USER))
            .timeout(Duration.ofMillis(50), Mono.empty());

    assertThat(impatient.blockOptional()).isEmpty();
    assertThat(logs.text()).isEmpty(); // Reactor prints its errors where nobody takes its log.
  }

  @Test
  void aStageThatIsAFutureCancelsLikeOne() {
    transport.onEndUserToken(new CompletableFuture<>()).onAccessToken(new CompletableFuture<>());
    for (CompletionStage<?> stage :
        new CompletionStage<?>[] {
          platform.issue(USER), platform.issue(USER), another().prepare()
        }) {
      Future<?> future = (Future<?>) stage;

      assertThat(future.cancel(true)).isTrue();
      assertThat(future.isCancelled()).isTrue();
    }
  }

  private TokenPlatform another() {
    FakeTransport stalling = new FakeTransport().onAccessToken(new CompletableFuture<>());
    return TokenPlatform.axp(Some.config().build(), stalling, InstantSource.system());
  }

  @Test
  void aFailureReachesAMonoAsWhatItIs() {
    transport.onAccessToken(answer(401, ""));

    assertThatThrownBy(() -> Mono.fromCompletionStage(() -> platform.issue(USER)).block())
        .isInstanceOf(PlatformException.class);
  }
}
