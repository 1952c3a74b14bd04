package io.axptoken.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.Transport;
import io.axptoken.testing.Conversation;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of a platform on a raw socket, at each of its calls, once and lasting: what comes of
 * it, how soon, how often the platform is called, that all is well once the platform is, and that
 * no connection is left over.
 */
public abstract class RawFaultMatrixContract extends RawPlatformFixture {
  private static final int EVERY_TIME = Integer.MAX_VALUE;

  /** For the suites of the transports to extend. */
  protected RawFaultMatrixContract() {}

  static Stream<Object[]> answers() {
    return RawFaults.atEachCall();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void happeningOnceItIsHealedOrToldAndOverAfterwards(Call call, RawFaults fault) {
    startPlain();
    getReadyFor(call);
    int before = faulty().calls(call);
    faulty().misbehave(call, 1, fault.script(call));

    assertThat(outcome()).isInstanceOf(fault.once());

    assertThat(faulty().calls(call) - before).isBetween(1, 2);
    assertRecovers();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void lastingItIsToldInTimeAfterFewCallsAndOverAfterwards(Call call, RawFaults fault) {
    startPlain();
    getReadyFor(call);
    int before = faulty().calls(call);
    faulty().misbehave(call, EVERY_TIME, fault.script(call));

    assertThat(outcome()).isInstanceOf(fault.lasting());
    assertThat(faulty().calls(call) - before).isBetween(1, ATTEMPTS);
    assertThat(outcomesOfAWave()).isNotEmpty();

    assertThat(faulty().connections()).isLessThanOrEqualTo(ATTEMPTS * (WAVE + 2));
    assertThat(faulty().calls(call) - before).isLessThanOrEqualTo(ATTEMPTS * (WAVE + 1));
    faulty().behave();
    assertRecovers();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aRefusedConnectionIsTriedAgain(Call call) {
    startWithTls(() -> faulty().open());
    getReadyFor(call);
    faulty().shut();

    assertThat(outcome()).isInstanceOf(EndUserToken.class);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void connectionsThatAreAlwaysRefusedAreToldAtOnce(Call call) {
    startWithTls();
    getReadyFor(call);
    faulty().shut();

    assertUnavailable("connect failed");

    faulty().open();
    assertRecovers();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aHandshakeThatStallsEndsInTime(Call call) {
    startWithTls();
    getReadyFor(call);
    faulty().meetWith(Conversation::stall);

    assertThat(outcome()).isInstanceOf(TimedOut.class);
    assertThat(faulty().connections()).isLessThanOrEqualTo(1 + ATTEMPTS);

    mend();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aSlowHandshakeIsWaitedFor(Call call) {
    startWithTls();
    getReadyFor(call);
    faulty()
        .meetWith(peer -> {
          LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
          faulty().talk(peer);
        });

    assertThat(outcome()).isInstanceOf(EndUserToken.class);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aHandshakeThatBreaksOnceIsMadeAgain(Call call) {
    startWithTls(() -> mendAfter(faulty()));
    getReadyFor(call);
    faulty().meetWith(Conversation::reset);

    assertThat(outcome()).isInstanceOfAny(EndUserToken.class, Unavailable.class);
    assertRecovers();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aCertificateThatIsNotTrustedIsToldAndNothingIsSent(Call call) {
    startWithTls();
    getReadyFor(call);
    int before = faulty().calls(call);
    faulty().meetWith(stranger());

    assertUnavailable("tls failed (the certificate's issuer is not trusted)");

    assertThat(faulty().calls(call)).isEqualTo(before);
    mend();
  }

  @Test
  void aNameWithoutAnAddressIsTold() throws Exception {
    URI nowhere = URI.create("https://no-such-platform.invalid");
    try (Transport way = newTransport(authority());
        TokenPlatform platform =
            TokenPlatform.axp(Some.config(nowhere).build(), way, InstantSource.system())) {
      PlatformFailure failure = Outcome.failureOf(platform.prepare());

      assertThat(failure).isInstanceOf(Unavailable.class);
      assertThat(failure.trace().hint()).isEqualTo("unknown host");
    }
  }

  private void assertUnavailable(String hint) {
    Object end = outcome();
    assertThat(end).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) end).trace().hint()).contains(hint);
  }

  private void mend() {
    mendAfter(faulty());
    assertRecovers();
  }

  private static void mendAfter(FaultyPlatform platform) {
    platform.shut();
    platform.open();
  }
}
