package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static io.axptoken.client.platform.FakeTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.RotatingSecret;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.TransportAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Integrations of one account and client, over one transport. */
class SharedGrantsTest {
  private static final EndUser USER = EndUser.withId("user-1");

  private final MutableClock clock = new MutableClock();
  private final LongSupplier nanoTime = clock::nanoTime;
  private final FakeTransport transport = new FakeTransport();

  private TokenPlatform platform(int integration) {
    return platform(integration, Some.config());
  }

  private TokenPlatform platform(int integration, PlatformConfigBuilder config) {
    String id = "01234567-89ab-cdef-0123-4567890000%02d".formatted(integration);
    return new Axp(config.integrationId(id).build(), transport, false, clock, nanoTime);
  }

  @Test
  void twentyIntegrationsAskForOneAccessToken() {
    List<TokenPlatform> platforms = IntStream.range(0, 20).mapToObj(this::platform).toList();

    platforms.forEach(platform -> platform.issueAndWait(USER));

    assertThat(transport.accessTokenCalls()).hasSize(1);
    assertThat(transport.endUserCalls()).hasSize(20);
  }

  @Test
  void whoComesWhileItIsFetchedWaitsForIt() {
    CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();
    transport.onAccessToken(pending);
    List<CompletionStage<EndUserToken>> tokens =
        IntStream.range(0, 20).mapToObj(i -> platform(i).issue(USER)).toList();

    answer(200, FakeTransport.GRANT).thenAccept(pending::complete);

    assertThat(tokens).allSatisfy(token -> assertThat(Outcome.of(token).value()).isNotEmpty());
    assertThat(transport.accessTokenCalls()).hasSize(1);
  }

  @Test
  void theTokenAgesForAllAlikeAndIsRenewedOnce() {
    List<TokenPlatform> platforms = List.of(platform(1), platform(2));
    platforms.get(0).issueAndWait(USER);
    clock.advance(Duration.ofMinutes(10));
    platforms.get(1).issueAndWait(USER);
    assertThat(transport.accessTokenCalls()).hasSize(1);

    clock.advance(Duration.ofSeconds(295));
    platforms.forEach(platform -> platform.issueAndWait(USER));

    assertThat(transport.accessTokenCalls()).hasSize(2);
    assertThat(transport.endUserCalls().getLast().headers().get("authorization"))
        .isEqualTo("Bearer access-2");
  }

  @Test
  void aRefusedTokenIsRenewedOnceForAll() {
    TokenPlatform one = platform(1);
    TokenPlatform other = platform(2);
    one.issueAndWait(USER);
    other.issueAndWait(USER);
    transport.onEndUserToken(answer(401, "")).onEndUserToken(answer(200, "{\"jwtToken\":\"a\"}"));
    one.issueAndWait(USER);
    transport.onEndUserToken(answer(401, ""));

    other.issueAndWait(USER);

    assertThat(transport.accessTokenCalls()).hasSize(2);
  }

  @Test
  void aPlatformWithAnotherSecretProfitsFromNobody() {
    platform(1).issueAndWait(USER);
    transport.onAccessToken(answer(401, ""));
    TokenPlatform wrong = platform(2, Some.config().clientSecret(Secret.of("s3cr3t-wrong")));

    assertThat(failureOf(wrong.issue(USER))).isInstanceOf(RejectedCredentials.class);
    assertThat(platform(3).issueAndWait(USER).value()).isNotEmpty();
  }

  @Test
  void otherAccountsClientsAndKeysHaveTokensOfTheirOwn() {
    platform(1).issueAndWait(USER);
    platform(1, Some.config().accountId("GHIJKL")).issueAndWait(USER);
    platform(1, Some.config().clientId("another")).issueAndWait(USER);
    platform(1, Some.config().appKey("another")).issueAndWait(USER);

    assertThat(transport.accessTokenCalls()).hasSize(4);
  }

  @Test
  void aRotatedSecretIsAskedWithAtTheNextFetch() {
    RotatingSecret secret = new RotatingSecret(Secret.of("s3cr3t-1"));
    platform(1, Some.config().clientSecret(secret)).issueAndWait(USER);
    secret.set(Secret.of("s3cr3t-2"));

    platform(2, Some.config().clientSecret(secret)).issueAndWait(USER);

    assertThat(transport.accessTokenCalls()).hasSize(2);
  }

  @Test
  void aFetchThatEndsWithItsPlatformIsBegunAgainByWhoWaits() {
    CompletableFuture<TransportAnswer> pending = new CompletableFuture<>();
    transport.onAccessToken(pending);
    TokenPlatform closing = platform(1);
    CompletionStage<EndUserToken> lost = closing.issue(USER);
    CompletionStage<EndUserToken> waiting = platform(2).issue(USER);
    closing.close();

    answer(503, "").thenAccept(pending::complete); // Its repetition is one of a closed platform.

    assertThat(failureOf(lost).trace().cause()).hasToString("closed");
    assertThat(Outcome.of(waiting).value()).isNotEmpty();
  }

  @Test
  void afterTheLastPlatformNothingIsKept() {
    TokenPlatform one = platform(1);
    one.issueAndWait(USER);
    one.close();
    one.close(); // Twice does no harm.

    try (TokenPlatform next = platform(2)) {
      next.issueAndWait(USER);
    }

    assertThat(transport.accessTokenCalls()).hasSize(2);
  }

  @Test
  void aTransportThatNobodyUsesIsForgotten() {
    WeakKeys<Object, String> values = new WeakKeys<>();
    Object kept = new Object();
    values.get(kept, () -> "kept");
    for (int i = 0; i < 10_000 && values.size() == Math.max(2, i + 1); i++) {
      values.get(new Object(), () -> "passing");
      System.gc();
    }

    assertThat(values.size()).isLessThan(10_000);
    assertThat(values.get(kept, () -> "another")).isEqualTo("kept");
  }
}
