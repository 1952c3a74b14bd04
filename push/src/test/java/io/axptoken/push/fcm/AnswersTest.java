package io.axptoken.push.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fcm.Reply.BadMessage;
import io.axptoken.push.fcm.Reply.Gone;
import io.axptoken.push.fcm.Reply.Later;
import io.axptoken.push.fcm.Reply.Refused;
import io.axptoken.push.fcm.Reply.Sent;
import io.axptoken.push.fcm.Reply.Unauthenticated;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of FCM's error codes. */
class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  private static final String FCM_ERROR = "type.googleapis.com/google.firebase.fcm.v1.FcmError";

  private static Reply read(int status, String body) {
    return Answers.read(status, null, body, NOW);
  }

  private static String error(String details) {
    return "{\"error\":{\"code\":1,\"message\":\"UNREGISTERED\",\"details\":[" + details + "]}}";
  }

  private static String code(String code) {
    return error("{\"@type\":\"" + FCM_ERROR + "\",\"errorCode\":\"" + code + "\"}");
  }

  private static String violation(String field) {
    return "{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":"
        + "[{\"field\":\""
        + field
        + "\",\"description\":\"x\"}]}";
  }

  @Test
  void aNameMeansThatFcmHasIt() {
    assertThat(read(200, "{\"name\":\"projects/p/messages/1\"}")).isInstanceOf(Sent.class);
    assertThat(read(200, "<html>login</html>")).isInstanceOf(Later.class);
  }

  @Test
  void aFieldThatIsWrongIsTheMessagesFault() {
    assertThat(read(400, error(violation("message.data[0].value")))).isInstanceOf(BadMessage.class);
    assertThat(read(400, error(""))).isInstanceOf(BadMessage.class);
  }

  @Test
  void anInvalidTokenIsTheDevicesFault() {
    assertThat(read(400, code("INVALID_ARGUMENT"))).isEqualTo(new Gone("INVALID_ARGUMENT"));
    assertThat(read(400, error(violation("message.token")))).isInstanceOf(Gone.class);
  }

  @Test
  void aRefusedAccessTokenIsNoRefusedAccount() {
    assertThat(read(401, error(""))).isInstanceOf(Unauthenticated.class);
    assertThat(read(401, code("THIRD_PARTY_AUTH_ERROR")))
        .isEqualTo(new Later("THIRD_PARTY_AUTH_ERROR", null));
  }

  @Test
  void aDeviceOfAnotherProjectIsGoneButNotForLackOfPermission() {
    assertThat(read(403, code("SENDER_ID_MISMATCH"))).isEqualTo(new Gone("SENDER_ID_MISMATCH"));
    assertThat(read(403, error(""))).isEqualTo(new Refused("PERMISSION_DENIED"));
  }

  @Test
  void aDeviceIsGoneByItsCodeNotByWords() {
    assertThat(read(404, code("UNREGISTERED"))).isEqualTo(new Gone("UNREGISTERED"));
    assertThat(read(404, error(""))).isInstanceOf(Later.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500, 502, 503})
  void whatIsNoJsonSaysNothingOfTheDevice(int status) {
    assertThat(read(status, "<html>proxy</html>")).isInstanceOf(Later.class);
    assertThat(read(status, "")).isInstanceOf(Later.class);
    assertThat(read(status, "{\"error\":\"x\"}")).isInstanceOf(Later.class);
  }

  @Test
  void aQuotaWaitsForAMinuteUnlessToldOtherwise() {
    assertThat(read(429, code("QUOTA_EXCEEDED")))
        .isEqualTo(new Later("QUOTA_EXCEEDED", Duration.ofSeconds(60)));
    assertThat(Answers.read(429, "7", "", NOW))
        .isEqualTo(new Later("QUOTA_EXCEEDED", Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "'Tue, 01 Dec 2026 10:00:30 GMT', 30",
    "'Tue, 01 Dec 2026 09:00:00 GMT', 0",
    "999999999, 3600"
  })
  void retryAfterIsSecondsOrADate(String header, long seconds) {
    assertThat(Answers.wait(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "", "99999999999999999999"})
  void whatIsNoWaitIsNone(String header) {
    assertThat(Answers.wait(header, NOW)).isNull();
  }
}
