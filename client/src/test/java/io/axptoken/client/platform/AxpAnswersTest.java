package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.auth.Grant;
import io.axptoken.client.transport.TransportAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxpAnswersTest {
  @Test
  void unknownFieldsAreIgnored() {
    Grant grant =
        grant(
            """
            {"expires_in":900,"refresh_expires_in":9000,"access_token":"a.b.c","scope":"x",
             "more":{"access_token":"wrong","list":[{}]}}\
            """);

    assertThat(grant).isEqualTo(new Grant(Map.of("token", "a.b.c"), Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @CsvSource({
    "900, 900",
    "900.7, 900",
    "1e3, 1000",
    "'\"900\"', 900",
    "'\" 900 \"', 900",
    "99999999999999999999999, 31536000",
    "'\"999999999999999\"', 31536000"
  })
  void anyNumberIsALifetime(String number, long seconds) {
    assertThat(lifetime(number)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "[900]",
        "{\"a\":1}",
        "0",
        "0.9",
        "-5",
        "-1e99",
        "\"\"",
        "\"0\"",
        "\"-9\"",
        "\"1e3\"",
        "\"٣\"",
        "\"soon\"",
        "\"9999999999999999999999\""
      })
  void whatIsNoTimeIsNoLifetime(String value) {
    assertThat(lifetime(value)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{}",
        "\"jwt.a.b.c\"",
        "{\"jwtToken\":null}",
        "{\"jwtToken\":\"\"}",
        "{\"jwtToken\":17}",
        "{\"jwtToken\":[\"jwt.a.b.c\"]}",
        "{\"jwtToken\":{\"jwtToken\":\"jwt.a.b.c\"}}",
        "{\"jwttoken\":\"jwt.a.b.c\"}",
        "{\"jwtToken\":\"jwt.a.b.c\"",
        "{\"jwtToken\":\"jwt.a.b.c\"} {}",
        "{\"jwtToken\":\"jwt.a.b.c\"}}",
        "{\"jwtToken\":\"jwt.a.b.c\",}",
        "{\"jwtToken\":\"jwt.a b.c\"}",
        "{\"jwtToken\":\"jwt.a\\\"b.c\"}",
        "{\"jwtToken\":\"jwt.a\\\\b.c\"}",
        "{\"jwtToken\":\"jwt.a\\r\\nb.c\"}",
        "{\"jwtToken\":\"jwt.ä.b.c\"}",
        "<html></html>"
      })
  void whatHoldsNoSoundTokenHoldsNone(String body) {
    assertThat(AxpAnswers.endUserToken(answer(body))).isNull();
    assertThat(grant(body.replace("jwtToken", "access_token"))).isNull();
  }

  @Test
  void deepNestingIsNotFollowed() {
    assertThat(AxpAnswers.endUserToken(answer("{\"a\":" + "[".repeat(60_000)))).isNull();
  }

  private static @Nullable Duration lifetime(String value) {
    Grant grant = grant("{\"access_token\":\"a\",\"expires_in\":" + value + "}");
    return grant == null ? null : grant.lifetime();
  }

  private static @Nullable Grant grant(String body) {
    return AxpAnswers.grant(answer(body), token -> Map.of("token", token));
  }

  private static TransportAnswer answer(String body) {
    return new TransportAnswer(200, name -> null, body.getBytes(StandardCharsets.UTF_8));
  }
}
