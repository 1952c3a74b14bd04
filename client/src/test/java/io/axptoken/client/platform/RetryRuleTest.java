package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {
  private static final Duration JITTER = Duration.ofMillis(100);

  private final RetryRule rule = new RetryRule(new MutableClock(), () -> 0.5);

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void anAnswerThatSaysNotNowIsAskedForAgainAfterAnyTime(int status) {
    assertThat(pause(status, null)).isEqualTo(JITTER);
    assertThat(rule.pause(answer(status, null), 1)).isEqualTo(JITTER.multipliedBy(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 302, 400, 401, 403, 404, 409, 415, 429, 500, 501, 505})
  void anyOtherAnswerIsFinal(int status) {
    assertThat(pause(status, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 500})
  void anAnswerThatIsFinalStaysSoWhateverItPromises(int status) {
    assertThat(pause(status, "1")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "503, 0, 100",
    "503, 1, 1000",
    "429, 0, 0",
    "429, 1, 1000",
    "503, 'Thu, 01 Jan 2026 00:00:01 GMT', 1000",
    "429, 'Thu, 01 Jan 2026 00:00:01 GMT', 1000",
    "503, nonsense, 100",
  })
  void aShortWishOfThePlatformIsHeededInBothForms(int status, String wish, long millis) {
    assertThat(pause(status, wish)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"503, 2", "429, 2", "503, 99999", "503, 'Thu, 01 Jan 2026 00:00:02 GMT'"})
  void aLongerWishIsLeftToTheCaller(int status, String wish) {
    assertThat(pause(status, wish)).isNull();
  }

  @Test
  void aBrokenConnectionIsReplacedAtOnceAndFurtherOnesAfterAnyTime() {
    assertThat(rule.pause(failure(Reason.BROKEN), 0)).isZero();
    assertThat(rule.pause(failure(Reason.BROKEN), 1)).isEqualTo(JITTER.multipliedBy(2));
  }

  @Test
  void aConnectionThatIsNotMadeIsTriedAgainAfterAnyTime() {
    assertThat(rule.pause(failure(Reason.CONNECT_FAILED), 0)).isEqualTo(JITTER);
    assertThat(rule.pause(failure(Reason.CONNECT_FAILED), 1)).isEqualTo(JITTER.multipliedBy(2));
  }

  @Test
  void aNameWithoutAnAddressIsLookedUpOnceMore() {
    assertThat(rule.pause(failure(Reason.UNKNOWN_HOST), 0)).isEqualTo(JITTER);
    assertThat(rule.pause(failure(Reason.UNKNOWN_HOST), 1)).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TLS_FAILED",
        "TIMED_OUT",
        "TOO_LARGE",
        "HEAD_TOO_LARGE",
        "PROXY_WITHOUT_BASIC",
        "CLOSED"
      })
  void whatDoesNotPassIsNotRepeated(Reason reason) {
    assertThat(rule.pause(failure(reason), 0)).isNull();
  }

  @Test
  void aMistakeOfTheTransportIsNotRepeated() {
    assertThat(rule.pause(new IllegalStateException(), 0)).isNull();
  }

  private @Nullable Duration pause(int status, @Nullable String retryAfter) {
    return rule.pause(answer(status, retryAfter), 0);
  }

  private static TransportException failure(Reason reason) {
    return new TransportException(reason, null);
  }

  private static TransportAnswer answer(int status, @Nullable String retryAfter) {
    return new TransportAnswer(
        status, name -> name.equals("retry-after") ? retryAfter : null, new byte[0]);
  }
}
