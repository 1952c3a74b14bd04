package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private final Failures failures = new Failures(new MutableClock());

  @ParameterizedTest
  @CsvSource({
    "400, RejectedCredentials, RejectedRequest",
    "401, RejectedCredentials, RejectedCredentials",
    "403, RejectedCredentials, RejectedCredentials",
    "404, RejectedCredentials, RejectedRequest",
    "409, RejectedRequest, RejectedRequest",
    "415, RejectedRequest, RejectedRequest",
    "422, RejectedRequest, RejectedRequest",
    "429, Busy, Busy",
    "500, Unavailable, Unavailable",
    "599, Unavailable, Unavailable",
    "100, BadAnswer, BadAnswer",
    "204, BadAnswer, BadAnswer",
    "302, BadAnswer, BadAnswer",
    "600, BadAnswer, BadAnswer",
    "0, BadAnswer, BadAnswer",
    "-1, BadAnswer, BadAnswer"
  })
  void everyStatusHasAMeaning(int status, String forAccessToken, String forEndUserToken) {
    TransportAnswer answer = answer(status, "", Map.of());

    assertThat(failures.of(Call.ACCESS_TOKEN, answer).getClass().getSimpleName())
        .isEqualTo(forAccessToken);
    assertThat(failures.of(Call.END_USER_TOKEN, answer).getClass().getSimpleName())
        .isEqualTo(forEndUserToken);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyLackOfAnAnswerHasAMeaning(Reason reason) {
    PlatformFailure failure =
        failures.of(Call.END_USER_TOKEN, new TransportException(reason, null));

    Class<? extends PlatformFailure> kind =
        switch (reason) {
          case TIMED_OUT, PROXY_TIMED_OUT -> TimedOut.class;
          case TOO_LARGE, HEAD_TOO_LARGE -> BadAnswer.class;
          case NOT_SENT -> Overloaded.class;
          case UNKNOWN_HOST,
              CONNECT_FAILED,
              TLS_FAILED,
              PROXY_UNREACHABLE,
              PROXY_REJECTED_CREDENTIALS,
              PROXY_WITHOUT_BASIC,
              PROXY_FAILED,
              PROXY_REFUSED,
              BROKEN,
              CLOSED ->
              Unavailable.class;
        };
    assertThat(failure).isInstanceOf(kind);
    assertThat(failure.trace().status()).isZero();
    assertThat(failure.trace().hint())
        .isEqualTo(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  @Test
  void aWaitThatTookTooLongIsATimeout() {
    assertThat(failures.of(Call.ACCESS_TOKEN, new TimeoutException())).isInstanceOf(TimedOut.class);
  }

  @Test
  void thePlatformsLogIdComesFirstAndTheRequestIdSecond() {
    assertThat(logId(Map.of("av-log-id", "a-1", "x-request-id", "r-1"))).isEqualTo("a-1");
    assertThat(logId(Map.of("x-request-id", "r-1"))).isEqualTo("r-1");
    assertThat(logId(Map.of())).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "a\u0000", "ä", "\u001b[31m"})
  void aLogIdThatCouldSpoilALogIsLeftOut(String id) {
    assertThat(logId(Map.of("av-log-id", id))).isNull();
    assertThat(logId(Map.of("av-log-id", "x".repeat(129)))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"error\":\"invalid_client\",\"error_description\":\"secret\"}|invalid_client",
        "{\"type\":\"https://a/b#unauthorized\",\"title\":\"Not you\"}|unauthorized",
        "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"detail\":\"secret\"}|Bad Request",
        "{\"title\":\"VALIDATION_FAILED\"}|VALIDATION_FAILED",
        "{\"violations\":[{\"field\":\"customerName\",\"message\":\"secret\",\"code\":1}]}"
            + "|fields customerName",
        "{\"type\":\"x#y\",\"violations\":[{\"code\":1,\"field\":\"a.b\"},{\"field\":\"c[3]\"}]}"
            + "|y: fields a.b, c[3]",
      })
  void theHintIsTheCodeOfTheRefusal(String body, String hint) {
    assertThat(hint(body)).isEqualTo(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>secret</html>",
        "{\"error\":\"invalid client secret@example.com\"}",
        "{\"error\":{\"a\":\"secret\"}}",
        "{\"error\":[\"secret\"]}",
        "{\"error\":\"a\\nb\"}",
        "{\"title\":\"Customer secret@example.com is unknown\"}",
        "{\"title\":\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln\"}",
        "{\"type\":\"https://a/b#secret%20customer\"}",
        "{\"violations\":\"secret\"}",
        "{\"violations\":[\"secret\",1,null,[{}]]}",
        "{\"violations\":[{\"field\":\"customerIdentifiers.john@example.com\"}]}",
        "{\"violations\":[{\"field\":",
        "{\"error\":\"invalid_client\""
      })
  void whatDoesNotLookLikeACodeIsNoHint(String body) {
    assertThat(hint(body)).isNull();
  }

  @Test
  void noMoreThanFiveFieldsAreNamed() {
    String body = "{\"violations\":[" + "{\"field\":\"f\"},".repeat(99) + "{\"field\":\"g\"}]}";

    assertThat(hint(body)).isEqualTo("fields f, f, f, f, f");
  }

  private @Nullable String hint(String body) {
    return failures.of(Call.END_USER_TOKEN, answer(400, body, Map.of())).trace().said();
  }

  private @Nullable String logId(Map<String, String> headers) {
    return failures.of(Call.END_USER_TOKEN, answer(500, "", headers)).trace().logId();
  }

  private static TransportAnswer answer(int status, String body, Map<String, String> headers) {
    return new TransportAnswer(status, headers::get, body.getBytes(StandardCharsets.UTF_8));
  }
}
