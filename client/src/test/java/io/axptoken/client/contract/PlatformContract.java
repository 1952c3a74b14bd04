package io.axptoken.client.contract;

import static io.axptoken.client.contract.Outcome.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.Resilience;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How tokens are issued by the sandbox, over a transport that is to be proven. */
public abstract class PlatformContract extends PlatformFixture {
  private static final int CROWD = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For the suites of the transports to extend. */
  protected PlatformContract() {}

  @Test
  void theAccessTokenIsAskedForAsThePlatformWantsIt() {
    issued(platform());

    Call call = sandbox().journal().calls(Endpoint.ACCESS_TOKEN).getFirst();
    assertThat(call.method() + " " + call.path())
        .isEqualTo("POST /api/auth/v1/SANDBX/protocol/openid-connect/token");
    assertThat(call.headers())
        .containsEntry("appkey", sandbox().account().appKey())
        .containsEntry("content-type", "application/x-www-form-urlencoded");
    assertThat(call.body())
        .startsWith("grant_type=client_credentials&client_id=sandbox-client&client_secret=");
  }

  @Test
  void anOlderAccountGetsItsAccessTokenAtTheOlderPathWithoutApplicationKey() {
    issued(platform(config().authPath(AuthPath.LEGACY)));

    Call call = sandbox().journal().calls(Endpoint.ACCESS_TOKEN).getFirst();
    assertThat(call.path()).isEqualTo("/auth/realms/SANDBX/protocol/openid-connect/token");
    assertThat(call.header("appkey")).isEmpty();
    assertThat(sandbox().journal().calls(Endpoint.END_USER_TOKEN).getFirst().header("appkey"))
        .hasValue(sandbox().account().appKey());
  }

  @Test
  void theEndUserTokenIsAskedForAsThePlatformWantsIt() {
    EndUser user =
        USER.named("Zoë").identifiedBy("emailAddresses", "zoe@example.com").verified(true);
    Outcome.of(platform().issue(user));

    Call call = sandbox().journal().calls(Endpoint.END_USER_TOKEN).getFirst();
    assertThat(call.method() + " " + call.path())
        .isEqualTo("POST /api/digital/chat/v1/accounts/SANDBX/tokens");
    assertThat(call.headers())
        .containsKey("authorization")
        .containsEntry("appkey", sandbox().account().appKey())
        .containsEntry("content-type", "application/json");
    assertThat(call.body())
        .isEqualTo(
            """
            {"integrationId":"%s","customerId":"user-1","verifiedCustomer":true,\
            "customerName":"Zoë","customerIdentifiers":{"emailAddresses":["zoe@example.com"]},\
            "ttl":30}\
            """
                .formatted(sandbox().account().integrationId()));
  }

  @Test
  void theTokenIsThePlatformsAndItsEndIsItsOwn() {
    EndUserToken token = issued(platform());

    assertThat(token.value()).matches("jwt(\\.[A-Za-z0-9_-]+){3}");
    assertThat(token.expiresAt()).isEqualTo(token.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    assertThat(Duration.between(clock().instant(), token.expiresAt()))
        .isCloseTo(Duration.ofMinutes(30), Duration.ofMinutes(1));
  }

  @Test
  void oneAccessTokenServesAThousandFirstCallers() {
    List<EndUserToken> tokens = crowd(platform());

    assertThat(accessTokenCalls()).isEqualTo(1);
    assertThat(endUserCalls()).isEqualTo(CROWD);
    assertThat(tokens.stream().map(EndUserToken::value).distinct()).hasSize(CROWD);
  }

  @Test
  void aRevokedAccessTokenIsRenewedOnceAndTheCallRepeated() {
    TokenPlatform platform = platform();
    issued(platform);

    sandbox().accessTokens().revokeAll();
    issued(platform);

    assertThat(accessTokenCalls()).isEqualTo(2);
    assertThat(endUserCalls()).isEqualTo(3);
  }

  @Test
  void anAccessTokenRevokedUnderAThousandCallersIsRenewedOnceForAll() {
    TokenPlatform platform = platform();
    issued(platform);

    sandbox().accessTokens().revokeAll();
    crowd(platform);

    assertThat(accessTokenCalls()).isEqualTo(2);
  }

  @Test
  void anAgingAccessTokenIsRefreshedWhileItServes() {
    TokenPlatform platform = platform();
    issued(platform);
    clock().advance(Duration.ofSeconds(675));
    sandbox().faults().on(Endpoint.ACCESS_TOKEN).next(Fault.delay(Duration.ofMillis(300)));

    issued(platform);

    sandbox().journal().awaitCalls(Endpoint.ACCESS_TOKEN, 2, PATIENCE);
    List<Call> calls = sandbox().journal().calls(Endpoint.END_USER_TOKEN);
    assertThat(calls.getLast().header("authorization"))
        .isEqualTo(calls.getFirst().header("authorization"));
  }

  @Test
  void anEndedAccessTokenIsReplacedBeforeItIsSent() {
    TokenPlatform platform = platform();
    issued(platform);
    clock().advance(Duration.ofMinutes(15));

    issued(platform);

    assertThat(accessTokenCalls()).isEqualTo(2);
    assertThat(endUserCalls()).isEqualTo(2);
  }

  @Test
  void aPlatformThatRefusesItsOwnTokensIsNotAskedForMoreWithEveryCall() {
    sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(401));
    TokenPlatform platform = platform();

    for (int i = 0; i < 100; i++) {
      assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedCredentials.class);
    }

    assertThat(accessTokenCalls()).isEqualTo(2);
  }

  @Test
  void aPlatformThatIsDownIsNotAskedWithEveryCallAndServesAgainOnceItIsUp() {
    sandbox().faults().on(Endpoint.ACCESS_TOKEN).always(Fault.status(503));
    TokenPlatform platform = platform();
    for (int i = 0; i < 100; i++) {
      failureOf(platform.issue(USER));
    }
    assertThat(accessTokenCalls()).isEqualTo(1 + Resilience.MOST_RETRIES);

    sandbox().faults().clear();
    clock().advance(Duration.ofSeconds(5));

    assertThat(issued(platform).value()).isNotEmpty();
  }

  @Test
  void aRotatedSecretIsUsedWithTheNextFetch() {
    AtomicReference<Secret> secret = new AtomicReference<>(Secret.of("wrong-s3cr3t"));
    TokenPlatform platform = platform(config().clientSecret(secret::get));
    assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedCredentials.class);

    secret.set(Secret.of(sandbox().account().clientSecret()));
    clock().advance(Duration.ofSeconds(5));

    assertThat(issued(platform).value()).isNotEmpty();
  }

  private static List<EndUserToken> crowd(TokenPlatform platform) {
    List<CompletionStage<EndUserToken>> stages =
        IntStream.range(0, CROWD)
            .mapToObj(i -> platform.issue(EndUser.withId("user-" + i)))
            .toList();
    return stages.stream().map(Outcome::of).toList();
  }
}
