package io.axptoken.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the sandbox, at each call of either platform, once and always: what comes of it,
 * how soon, how often the platform is called, and that all is well once the platform is.
 */
public abstract class FaultMatrixContract extends PlatformFixture {
  private static final Class<?> TOKEN = EndUserToken.class;
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(3));

  /** The whole time, and what a busy machine may add to it. */
  private static final Duration LONGEST = SHORT.whole().plusSeconds(2);

  /** A second, as the circuit breaker's own test has it, and what a busy machine may add. */
  private static final Duration RECOVERY = Duration.ofSeconds(3);

  private static final int WAVE = 30;
  private static final int ATTEMPTS = 3;

  /** For the suites of the transports to extend. */
  protected FaultMatrixContract() {}

  /* What is done for the first time ever takes longer than the short deadlines. */
  @BeforeEach
  void warmUp() {
    try (TokenPlatform axp = livePlatform(config());
        TokenPlatform infinity = liveInfinity(infinityConfig())) {
      issued(axp);
      issued(infinity);
    } // With its platforms the access token is forgotten.
    sandbox().journal().clear();
  }

  static Stream<Arguments> passingFaults() {
    return atEach(
        row(Fault.status(502), TOKEN, Unavailable.class),
        row(Fault.status(503), TOKEN, Unavailable.class),
        row(Fault.status(504), TOKEN, Unavailable.class),
        row(Fault.reset(), TOKEN, Unavailable.class),
        row(Fault.truncate(), TOKEN, Unavailable.class),
        row(Fault.status(500), Unavailable.class, Unavailable.class),
        row(Fault.hang(), TimedOut.class, TimedOut.class),
        row(Fault.stallBody(), TimedOut.class, TimedOut.class));
  }

  static Stream<Arguments> lastingFaults() {
    return Stream.concat(
        atEach(
            row(Fault.status(403), RejectedCredentials.class),
            row(Fault.status(409), RejectedRequest.class),
            row(Fault.status(415), RejectedRequest.class),
            row(Fault.status(429), Busy.class),
            row(Fault.status(204), BadAnswer.class),
            row(Fault.redirect(URI.create("http://127.0.0.1:9/")), BadAnswer.class),
            row(Fault.garbage(), BadAnswer.class),
            row(Fault.withoutToken(), BadAnswer.class),
            row(Fault.huge(), BadAnswer.class)),
        Stream.of(
            at(Endpoint.ACCESS_TOKEN, row(Fault.status(400), RejectedCredentials.class)),
            at(Endpoint.ACCESS_TOKEN, row(Fault.status(401), RejectedCredentials.class)),
            at(Endpoint.ACCESS_TOKEN, row(Fault.status(404), RejectedCredentials.class)),
            at(Endpoint.INFINITY_TOKEN, row(Fault.status(400), RejectedRequest.class)),
            at(Endpoint.INFINITY_TOKEN, row(Fault.status(401), RejectedCredentials.class)),
            at(Endpoint.INFINITY_TOKEN, row(Fault.status(404), RejectedCredentials.class)),
            at(Endpoint.END_USER_TOKEN, row(Fault.status(400), RejectedRequest.class)),
            at(Endpoint.END_USER_TOKEN, row(Fault.status(404), RejectedRequest.class)),
            at(Endpoint.END_USER_TOKEN, row(Fault.status(401), TOKEN, RejectedCredentials.class))));
  }

  static Stream<Arguments> harmlessFaults() {
    return atEach(
        row(Fault.delay(Duration.ofMillis(100)), TOKEN, TOKEN),
        row(Fault.wrongContentType(), TOKEN, TOKEN));
  }

  static Stream<Arguments> allFaults() {
    return Stream.of(passingFaults(), lastingFaults(), harmlessFaults()).flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("allFaults")
  void happeningOnceItIsHealedOrToldAndOverAfterwards(
      Endpoint endpoint, Fault fault, Class<?> expected, Class<?> ignored) {
    TokenPlatform platform = asking(endpoint);
    sandbox().faults().on(endpoint).next(fault);

    assertThat(inTime(platform)).isInstanceOf(expected);

    assertThat(sandbox().journal().count(endpoint)).isBetween(1, 2);
    assertRecovers(platform);
  }

  @ParameterizedTest
  @MethodSource("allFaults")
  void lastingItIsToldInTimeAfterFewCallsAndOverAfterwards(
      Endpoint endpoint, Fault fault, Class<?> ignored, Class<?> expected) {
    TokenPlatform platform = asking(endpoint);
    sandbox().faults().on(endpoint).always(fault);

    assertThat(inTime(platform)).isInstanceOf(expected);

    assertThat(sandbox().journal().count(endpoint)).isBetween(1, ATTEMPTS);
    sandbox().faults().clear();
    assertRecovers(platform);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void aStormOfRequestsIsKeptFromASickPlatform(Endpoint endpoint, Fault fault) {
    TokenPlatform platform = asking(endpoint);
    sandbox().faults().on(endpoint).always(fault);
    wave(platform);
    int first = sandbox().journal().count(endpoint);
    wave(platform);

    assertThat(first).isLessThanOrEqualTo(ATTEMPTS * WAVE);
    assertThat(sandbox().journal().count(endpoint) - first)
        .as("calls of another %d requests", WAVE)
        .isLessThanOrEqualTo(2 * ATTEMPTS);
    sandbox().faults().clear();
    assertRecovers(platform);
  }

  /** The platform that the endpoint belongs to. */
  private TokenPlatform asking(Endpoint endpoint) {
    return endpoint == Endpoint.INFINITY_TOKEN
        ? liveInfinity(infinityConfig().deadlines(SHORT))
        : livePlatform(config().deadlines(SHORT));
  }

  /** How it ended: a token or a failure. */
  private static Object inTime(TokenPlatform platform) {
    long begin = System.nanoTime();
    Object end = Outcome.tokenOrFailure(platform.issue(USER));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
    return end;
  }

  private static void wave(TokenPlatform platform) {
    List<CompletionStage<EndUserToken>> stages =
        IntStream.range(0, WAVE)
            .mapToObj(i -> platform.issue(EndUser.withId("user-" + i)))
            .toList();
    assertThat(stages.stream().map(Outcome::tokenOrFailure)).doesNotHaveAnyElementsOfTypes(TOKEN);
  }

  private static void assertRecovers(TokenPlatform platform) {
    long healed = System.nanoTime();
    while (!(Outcome.tokenOrFailure(platform.issue(USER)) instanceof EndUserToken)) {
      assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(RECOVERY);
    }
  }

  private static Object[] row(Fault fault, Class<?> expected) {
    return row(fault, expected, expected);
  }

  private static Object[] row(Fault fault, Class<?> once, Class<?> always) {
    return new Object[] {fault, once, always};
  }

  private static Stream<Arguments> atEach(Object[]... rows) {
    return Stream.of(Endpoint.values())
        .filter(Endpoint::isOfPlatform)
        .flatMap(endpoint -> Stream.of(rows).map(row -> at(endpoint, row)));
  }

  private static Arguments at(Endpoint endpoint, Object[] row) {
    return Arguments.of(endpoint, row[0], row[1], row[2]);
  }
}
