package io.axptoken.client.contract;

import static io.axptoken.client.contract.Outcome.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.Violation;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How tokens are issued and refused by the sandbox's Infinity, over a transport to be proven. */
public abstract class InfinityContract extends PlatformFixture {
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(8));

  /** For the suites of the transports to extend. */
  protected InfinityContract() {}

  @Test
  void theTokenIsAskedForAsThePlatformWantsIt() {
    EndUser user =
        USER.named("Zoë").identifiedBy("emailAddresses", "zoe@example.com").verified(true);
    Outcome.of(infinity(infinityConfig()).issue(user));

    Call call = sandbox().journal().calls().getFirst();
    assertThat(call.method() + " " + call.path())
        .isEqualTo("POST /auth/realms/INFNTY/protocol/openid-connect/token");
    assertThat(call.headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded")
        .doesNotContainKeys("appkey", "authorization");
    assertThat(URLDecoder.decode(call.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            grant_type=custom_sdk_grant_type&client_id=infinity-client\
            &client_secret=[REDACTED]&integrationId=%s&customerId=user-1&customerName=Zoë\
            &customerIdentifiers={"emailAddresses":["zoe@example.com"]}\
            """
                .formatted(sandbox().infinityAccount().integrationId()));
  }

  @Test
  void theTokenIsThePlatformsAndItsEndIsItsOwn() {
    sandbox().faults().on(Endpoint.INFINITY_TOKEN).next(Fault.earlyExpiry(Duration.ofSeconds(77)));
    EndUserToken token = issued(infinity(infinityConfig()));

    assertThat(token.value()).matches("[\\w-]+(\\.[\\w-]+){2}");
    assertThat(token.expiresAt())
        .isBetween(clock().instant().plusSeconds(70), clock().instant().plusSeconds(90))
        .isEqualTo(token.expiresAt().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void aTokenTakesOneCallAndNoPreparation() {
    TokenPlatform platform = infinity(infinityConfig());
    Outcome.of(platform.prepare());
    issued(platform);
    issued(platform);

    assertThat(sandbox().journal().count(Endpoint.INFINITY_TOKEN)).isEqualTo(2);
    assertThat(accessTokenCalls() + endUserCalls()).isZero();
  }

  @Test
  void aRotatedSecretIsUsedWithTheNextCall() {
    AtomicReference<Secret> secret = new AtomicReference<>(Secret.of("wrong-s3cr3t"));
    TokenPlatform platform = infinity(infinityConfig().clientSecret(secret::get));
    assertThat(failureOf(platform.issue(USER))).isInstanceOf(RejectedCredentials.class);

    secret.set(Secret.of(sandbox().infinityAccount().clientSecret()));

    assertThat(issued(platform).value()).isNotEmpty();
  }

  @Test
  void aWrongClientAndAWrongAccountAreAMatterOfCredentials() {
    PlatformFailure wrongClient = failureWith(infinityConfig().clientId("nobody"));

    assertThat(wrongClient).isInstanceOf(RejectedCredentials.class);
    assertThat(wrongClient.trace().said()).isEqualTo("invalid_client");
    assertThat(wrongClient.trace().status()).isEqualTo(401);
    assertThat(failureWith(infinityConfig().accountId("NOBODY")))
        .isInstanceOf(RejectedCredentials.class);
  }

  @Test
  void anUnknownIntegrationIsARejectedRequestThatSaysSo() {
    PlatformFailure failure =
        failureWith(infinityConfig().integrationId("00000000-0000-4000-8000-00000000dead"));

    assertThat(failure).isInstanceOf(RejectedRequest.class);
    assertThat(failure.trace().said()).isEqualTo("invalid_request: Resource Not Found");
    assertThat(failure.trace().logId()).isNotBlank();
  }

  @Test
  void anAccountOfTheOtherPlatformIsARejectedRequest() {
    PlatformFailure failure = failureOf(infinity(config()).issue(USER));

    assertThat(failure).isInstanceOf(RejectedRequest.class);
    assertThat(failure.trace().said()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void anEmailAddressThatIsNoneIsTheUsersFaultAndNotRepeated() {
    EndUser user = USER.identifiedBy("emailAddresses", "john");

    PlatformFailure failure = failureOf(infinity(infinityConfig()).issue(user));

    assertThat(failure)
        .isInstanceOfSatisfying(
            RejectedUser.class,
            rejected ->
                assertThat(rejected.violation())
                    .extracting(Violation::field)
                    .isEqualTo("identifiers.emailAddresses"));
    assertThat(failure.trace().said()).isEqualTo("invalid_request: VALIDATION_FAILED");
    assertThat(failure.toString()).doesNotContain("john");
  }

  static Stream<Arguments> answersWithoutAToken() {
    return Stream.of(
        Arguments.of(Fault.status(400), RejectedRequest.class),
        Arguments.of(Fault.status(403), RejectedCredentials.class),
        Arguments.of(Fault.status(429), Busy.class),
        Arguments.of(Fault.status(503), Unavailable.class),
        Arguments.of(Fault.status(204), BadAnswer.class),
        Arguments.of(Fault.redirect(URI.create("http://127.0.0.1:9/")), BadAnswer.class),
        Arguments.of(Fault.garbage(), BadAnswer.class),
        Arguments.of(Fault.withoutToken(), BadAnswer.class),
        Arguments.of(Fault.huge(), BadAnswer.class),
        Arguments.of(Fault.reset(), Unavailable.class),
        Arguments.of(Fault.truncate(), Unavailable.class));
  }

  @ParameterizedTest
  @MethodSource("answersWithoutAToken")
  void everyTroubleHasItsName(Fault fault, Class<? extends PlatformFailure> kind) {
    sandbox().faults().on(Endpoint.INFINITY_TOKEN).always(fault);

    assertThat(failureWith(infinityConfig())).isInstanceOf(kind);
  }

  @ParameterizedTest
  @MethodSource("silences")
  void silenceEndsWithTheDeadline(Fault fault) {
    sandbox().faults().on(Endpoint.INFINITY_TOKEN).always(fault);

    assertThat(failureWith(infinityConfig().deadlines(SHORT))).isInstanceOf(TimedOut.class);
  }

  static Stream<Fault> silences() {
    return Stream.of(Fault.hang(), Fault.stallBody());
  }

  private PlatformFailure failureWith(PlatformConfigBuilder config) {
    return failureOf(infinity(config).issue(USER));
  }
}
