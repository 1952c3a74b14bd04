package io.axptoken.client.platform;

import static io.axptoken.client.platform.FakeTransport.answer;
import static io.axptoken.client.platform.FakeTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.CallContext;
import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What accompanies a request for a token to the platform. */
class CallContextTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final MutableClock clock = new MutableClock();
  private final FakeTransport transport = new FakeTransport().whenWaiting(clock::advance);
  private final List<String> heard = new ArrayList<>();
  private final TokenPlatform platform =
      new Axp(Some.config().build(), transport, true, clock, clock::nanoTime);

  private CallContext context(String name) {
    return (call, target, retriesDone) -> {
      heard.add(name + " " + call + " " + retriesDone);
      return new Attempt(name);
    };
  }

  /** Sends its name, and an appkey that is not its to send. */
  private final class Attempt implements CallContext.Attempt {
    private final String name;

    Attempt(String name) {
      this.name = name;
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("traceparent", name, "appkey", "forged");
    }

    @Override
    public void ended(StatusClass status, int httpStatus) {
      heard.add(status + " " + httpStatus);
    }
  }

  @Test
  void bothCallsAreAccompanied() {
    platform.issue(USER, context("a")).toCompletableFuture().join();

    assertThat(heard)
        .containsExactly("a access-token 0", "2xx 200", "a end-user-token 0", "2xx 201");
    assertThat(transport.accessTokenCalls().getFirst().headers()).containsEntry("traceparent", "a");
    assertThat(transport.endUserCalls().getFirst().headers()).containsEntry("traceparent", "a");
  }

  @Test
  void itCannotReplaceTheHeadersOfTheCall() {
    platform.issue(USER, context("a")).toCompletableFuture().join();

    assertThat(transport.endUserCalls().getFirst().headers().get("appkey"))
        .isNotEqualTo("forged")
        .isNotNull();
  }

  @Test
  void everyAttemptIsOneOfItsOwn() {
    platform.issueAndWait(USER);
    transport.onEndUserToken(answer(503, "")).onEndUserToken(failure(Reason.BROKEN));

    platform.issue(USER, context("a")).toCompletableFuture().join();

    assertThat(heard)
        .containsExactly(
            "a end-user-token 0", "5xx 503",
            "a end-user-token 1", "broken 0",
            "a end-user-token 2", "2xx 201");
  }

  @Test
  void whoSharesATokenSharesTheFirstContext() {
    CompletableFuture<TransportAnswer> late = new CompletableFuture<>();
    transport.onEndUserToken(late);
    CompletionStage<?> first = platform.issue(USER, context("a"));
    CompletionStage<?> second = platform.issue(USER, context("b"));
    answer(201, "{\"jwtToken\":\"jwt.h.p.1\"}").thenAccept(late::complete);

    first.toCompletableFuture().join();
    second.toCompletableFuture().join();

    assertThat(heard).noneMatch(line -> line.startsWith("b"));
  }

  @Test
  void aRefreshThatNobodyWaitsForHasNone() {
    platform.issueAndWait(USER);
    clock.advance(Duration.ofSeconds(850));

    platform.issue(USER, context("a")).toCompletableFuture().join();

    assertThat(transport.accessTokenCalls()).hasSize(2);
    assertThat(transport.accessTokenCalls().getLast().headers()).doesNotContainKey("traceparent");
    assertThat(heard).containsExactly("a end-user-token 0", "2xx 201");
  }

  @Test
  void aContextThatThrowsHarmsNobody() {
    CallContext careless =
        (Call call, URI target, int retriesDone) -> {
          if (call == Call.ACCESS_TOKEN) {
            throw new IllegalStateException("careless");
          }
          return new CallContext.Attempt() {
            @Override
            public Map<String, String> headers() {
              throw new NoClassDefFoundError("careless");
            }

            @Override
            public void ended(StatusClass status, int httpStatus) {
              throw new IllegalStateException("careless");
            }
          };
        };

    assertThat(platform.issue(USER, careless).toCompletableFuture().join().value()).isNotEmpty();
  }
}
