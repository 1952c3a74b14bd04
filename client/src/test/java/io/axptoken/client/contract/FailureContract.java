package io.axptoken.client.contract;

import static io.axptoken.client.contract.Outcome.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.Resilience;
import io.axptoken.client.Secret;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of trouble with the platform is called, over a transport to be proven. */
public abstract class FailureContract extends PlatformFixture {
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(8));

  /** For the suites of the transports to extend. */
  protected FailureContract() {}

  static Stream<Arguments> answersWithoutAToken() {
    return Stream.of(
        Arguments.of(Fault.status(409), RejectedRequest.class),
        Arguments.of(Fault.status(415), RejectedRequest.class),
        Arguments.of(Fault.status(403), RejectedCredentials.class),
        Arguments.of(Fault.status(429), Busy.class),
        Arguments.of(Fault.status(500), Unavailable.class),
        Arguments.of(Fault.status(502), Unavailable.class),
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
  void troubleWithTheAccessToken(Fault fault, Class<? extends PlatformFailure> kind) {
    assertThat(failureAfter(Endpoint.ACCESS_TOKEN, fault)).isInstanceOf(kind);
    assertThat(endUserCalls()).isZero();
  }

  @ParameterizedTest
  @MethodSource("answersWithoutAToken")
  void troubleWithTheEndUserToken(Fault fault, Class<? extends PlatformFailure> kind) {
    assertThat(failureAfter(Endpoint.END_USER_TOKEN, fault)).isInstanceOf(kind);
    assertThat(endUserCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_TOKEN", "END_USER_TOKEN"})
  void silenceEndsWithTheAttemptsDeadline(Endpoint endpoint) {
    sandbox().faults().on(endpoint).next(Fault.hang());
    assertThat(failureOf(platform(oneAttempt(config().deadlines(SHORT))).issue(USER)))
        .isInstanceOf(TimedOut.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_TOKEN", "END_USER_TOKEN"})
  void silenceInTheMiddleOfTheBodyEndsWithTheAttemptsDeadline(Endpoint endpoint) {
    sandbox().faults().on(endpoint).next(Fault.stallBody());
    assertThat(failureOf(platform(oneAttempt(config().deadlines(SHORT))).issue(USER)))
        .isInstanceOf(TimedOut.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_TOKEN", "END_USER_TOKEN"})
  void thePlatformSaysWhenToComeBack(Endpoint endpoint) {
    Duration wait = Duration.ofSeconds(7);

    assertThat(failureAfter(endpoint, Fault.status(429).retryAfter(wait)))
        .isInstanceOfSatisfying(Busy.class, busy -> assertThat(busy.retryAfter()).isEqualTo(wait));
    clock().advance(Duration.ofSeconds(5));
    assertThat(failureAfter(endpoint, Fault.status(503).retryAfter(wait)))
        .isInstanceOfSatisfying(
            Unavailable.class, down -> assertThat(down.retryAfter()).isEqualTo(wait));
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_TOKEN", "END_USER_TOKEN"})
  void aTokenInAnAnswerThatDoesNotCallItselfJsonIsStillAToken(Endpoint endpoint) {
    sandbox().faults().on(endpoint).next(Fault.wrongContentType());

    assertThat(issued(platform()).value()).isNotEmpty();
  }

  @Test
  void aWrongSecretIsNamedWithoutShowingIt() {
    PlatformFailure failure = failureWith(config().clientSecret(Secret.of("wrong-s3cr3t")));

    assertThat(failure).isInstanceOf(RejectedCredentials.class);
    assertThat(failure.trace().status()).isEqualTo(401);
    assertThat(failure.trace().said()).isEqualTo("invalid_client");
  }

  @Test
  void aWrongApplicationKeyIsAMatterOfCredentials() {
    assertThat(failureWith(config().appKey("wrong"))).isInstanceOf(RejectedCredentials.class);
  }

  @Test
  void anUnknownAccountIsAMatterOfCredentials() {
    assertThat(failureWith(config().accountId("NOBODY"))).isInstanceOf(RejectedCredentials.class);
  }

  @Test
  void anUnknownIntegrationIsARejectedRequestThatNamesTheField() {
    PlatformFailure failure =
        failureWith(config().integrationId("00000000-0000-4000-8000-00000000dead"));

    assertThat(failure).isInstanceOf(RejectedRequest.class);
    assertThat(failure.trace().said()).isEqualTo("constraint-violation: fields integrationId");
  }

  @Test
  void aFailureCanBeFoundInThePlatformsOwnLogs() {
    assertThat(failureAfter(Endpoint.END_USER_TOKEN, Fault.status(500)).trace().logId())
        .isNotBlank();
  }

  @Test
  void nobodyListeningIsUnavailable() {
    try (RefusedPort port = RawServer.refusing()) {
      assertThat(failureWith(config(port.uri("")))).isInstanceOf(Unavailable.class);
    }
  }

  private PlatformFailure failureAfter(Endpoint endpoint, Fault fault) {
    sandbox().faults().on(endpoint).next(fault);
    return failureWith(config());
  }

  private PlatformFailure failureWith(PlatformConfigBuilder config) {
    return failureOf(platform(oneAttempt(config)).issue(USER));
  }

  private static PlatformConfigBuilder oneAttempt(PlatformConfigBuilder config) {
    return config.resilience(Resilience.NONE);
  }
}
