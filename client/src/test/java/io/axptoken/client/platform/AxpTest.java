package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.InterruptedWaitException;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AxpTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final FakeTransport transport = new FakeTransport();
  private final MutableClock clock = new MutableClock();
  private final PlatformConfig config = Some.config().build();
  private final TokenPlatform platform = new Axp(config, transport, true, clock, clock::nanoTime);

  @Test
  void theAccessTokenIsAskedForByFormWithTheApplicationKey() {
    platform.issueAndWait(USER);

    TransportRequest request = transport.accessTokenCalls().getFirst();
    assertThat(request.uri())
        .hasToString("https://platform.test/api/auth/v1/ABCDEF/protocol/openid-connect/token");
    assertThat(request.headers())
        .containsOnly(
            Map.entry("appkey", "some-app-key"),
            Map.entry("content-type", "application/x-www-form-urlencoded"),
            Map.entry("accept", "application/json"));
    assertThat(text(request))
        .isEqualTo(
            "grant_type=client_credentials&client_id=some+client"
                + "&client_secret=s3cr3t+%26+more%3D");
  }

  @Test
  void theEndUserTokenIsAskedForWithTheAccessToken() {
    platform.issueAndWait(USER);

    TransportRequest request = transport.endUserCalls().getFirst();
    assertThat(request.uri())
        .hasToString("https://platform.test/api/digital/chat/v1/accounts/ABCDEF/tokens");
    assertThat(request.headers())
        .containsOnly(
            Map.entry("authorization", "Bearer access-1"),
            Map.entry("appkey", "some-app-key"),
            Map.entry("content-type", "application/json"),
            Map.entry("accept", "application/json"));
    assertThat(text(request))
        .isEqualTo(
            "{\"integrationId\":\""
                + Some.INTEGRATION_ID
                + "\",\"customerId\":\"user-1\",\"ttl\":30}");
  }

  @Test
  void allThatIsKnownOfTheUserIsSent() {
    platform.issueAndWait(
        USER.named("Zoë \"Z\"").verified(true).identifiedBy("emailAddresses", "z@example.com"));

    assertThat(text(transport.endUserCalls().getFirst()))
        .isEqualTo(
            "{\"integrationId\":\""
                + Some.INTEGRATION_ID
                + "\",\"customerId\":\"user-1\",\"verifiedCustomer\":true,"
                + "\"customerName\":\"Zoë \\\"Z\\\"\","
                + "\"customerIdentifiers\":{\"emailAddresses\":[\"z@example.com\"]},\"ttl\":30}");
  }

  @Test
  void theTokenSaysItselfWhenItEnds() {
    String jwt = Some.jwtUntil(clock.instant().plusSeconds(1234));
    transport.onEndUserToken(answer(201, "{\"jwtToken\":\"" + jwt + "\"}"));

    EndUserToken token = platform.issueAndWait(USER);

    assertThat(token.value()).isEqualTo(jwt);
    assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(1234));
  }

  @Test
  void aTokenThatDoesNotSayItEndsAfterTheRequestedLifetime() {
    EndUserToken token = platform.issueAndWait(USER);

    assertThat(token.expiresAt()).isEqualTo(clock.instant().plus(config.tokenLifetime()));
  }

  @Test
  void oneAccessTokenServesManyUsers() {
    platform.issueAndWait(USER);
    platform.issueAndWait(EndUser.withId("user-2"));

    assertThat(transport.accessTokenCalls()).hasSize(1);
    assertThat(transport.endUserCalls()).hasSize(2);
  }

  @Test
  void aRefusedAccessTokenIsRenewedOnceAndTheCallRepeated() {
    transport.onEndUserToken(answer(401, ""));

    EndUserToken token = platform.issueAndWait(USER);

    assertThat(token.value()).isEqualTo("jwt.h.p.2");
    assertThat(transport.accessTokenCalls()).hasSize(2);
    assertThat(transport.endUserCalls().getLast().headers())
        .containsEntry("authorization", "Bearer access-2");
  }

  @Test
  void aSecondRefusalIsFinal() {
    transport.onEndUserToken(answer(401, "")).onEndUserToken(answer(401, ""));

    assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedCredentials.class);
    assertThat(transport.endUserCalls()).hasSize(2);
  }

  @Test
  void aForbiddenCallIsNotRepeatedAndSaysNothingAboutTheAccessToken() {
    platform.issueAndWait(USER);
    transport.onEndUserToken(answer(403, ""));

    assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedCredentials.class);
    assertThat(transport.endUserCalls()).hasSize(2);

    platform.issueAndWait(USER);
    assertThat(transport.accessTokenCalls()).hasSize(1);
  }

  @Test
  void aUserWhomThePlatformRefusesWhateverTheTokenCostsTheOthersNothing() {
    platform.issueAndWait(USER);
    for (int i = 0; i < 10; i++) {
      transport.onEndUserToken(answer(401, ""));
      transport.onEndUserToken(answer(401, ""));
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedCredentials.class);
      transport.forgetPlans();

      assertThat(platform.issueAndWait(USER)).isNotNull();
    }
    assertThat(transport.accessTokenCalls()).hasSize(2);
  }

  @Test
  void eachCallGetsAnAttemptsTimeOrWhatIsLeftOfTheWhole() {
    CompletableFuture<TransportAnswer> grant = new CompletableFuture<>();
    transport.onAccessToken(grant);
    CompletionStage<EndUserToken> issued = platform.issue(USER);

    clock.advance(Duration.ofSeconds(5));
    answer(200, FakeTransport.GRANT).thenAccept(grant::complete);

    assertThat(issued).isCompleted();
    assertThat(transport.accessTokenCalls().getFirst().timeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(transport.endUserCalls().getFirst().timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whenTheWholeTimeIsUpNoFurtherCallIsMade() {
    CompletableFuture<TransportAnswer> grant = new CompletableFuture<>();
    transport.onAccessToken(grant);
    CompletionStage<EndUserToken> issued = platform.issue(USER);

    clock.advance(Duration.ofSeconds(8));
    answer(200, FakeTransport.GRANT).thenAccept(grant::complete);

    assertThat(failureOf(issued)).isInstanceOf(TimedOut.class);
    assertThat(transport.endUserCalls()).isEmpty();
  }

  @Test
  void aFetchThatNeverEndsIsNotWaitedForBeyondTheWholeTime() {
    CompletableFuture<TransportAnswer> refused = new CompletableFuture<>();
    transport.onEndUserToken(refused);
    CompletionStage<EndUserToken> issued = platform.issue(USER);
    transport.onAccessToken(new CompletableFuture<>());

    clock.advance(Duration.ofMillis(7_999));
    answer(401, "").thenAccept(refused::complete);

    TimedOut failure = (TimedOut) failureOf(issued);
    assertThat(failure.trace().call()).isEqualTo(Call.ACCESS_TOKEN);
  }

  @Test
  void preparingFetchesTheAccessTokenOnce() {
    assertThat(platform.prepare()).isCompleted();
    assertThat(platform.prepare()).isCompleted();
    platform.issueAndWait(USER);

    assertThat(transport.accessTokenCalls()).hasSize(1);
  }

  @Test
  void aSecretThatCannotBeReadIsAConfigurationProblem() {
    PlatformConfig broken =
        Some.config()
            .clientSecret(() -> {
              throw new IllegalStateException("no such file");
            })
            .build();

    PlatformFailure failure = failureOf(TokenPlatform.axp(broken, transport, clock).issue(USER));

    assertThat(failure).isInstanceOf(RejectedCredentials.class);
    assertThat(failure.trace().hint())
        .isEqualTo(
            "the client secret could not be read"
                + " (its supplier threw java.lang.IllegalStateException)");
  }

  @Test
  void aTransportThatThrowsFailsTheCallAndNothingElse() {
    transport.onEndUserToken(CompletableFuture.failedStage(new IllegalStateException("s3cr3t")));

    PlatformFailure failure = failureOf(platform.issue(USER));

    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(failure.trace().cause()).isEqualTo(Cause.UNEXPECTED);
  }

  @Test
  void afterClosingNothingIsSent() {
    platform.close();

    assertThat(transport.closed()).isTrue();
    assertThat(failureOf(platform.issue(USER))).isInstanceOf(Unavailable.class);
    assertThat(transport.accessTokenCalls()).isEmpty();
  }

  @Test
  void aForeignTransportStaysOpen() {
    TokenPlatform.axp(config, transport, clock).close();

    assertThat(transport.closed()).isFalse();
  }

  @Test
  void anInterruptIsToldAsOneAndTheThreadStaysInterrupted() {
    transport.onAccessToken(new CompletableFuture<>());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> platform.issueAndWait(USER))
        .isInstanceOf(InterruptedWaitException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String text(TransportRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }
}
