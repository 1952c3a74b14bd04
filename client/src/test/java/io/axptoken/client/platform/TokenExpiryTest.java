package io.axptoken.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.Some;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenExpiryTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Duration REQUESTED = Duration.ofMinutes(30);
  private static final Instant FALLBACK = NOW.plus(REQUESTED);

  @Test
  void bothFormsOfTheTokenSayWhenTheyEnd() {
    String fourParts = Some.jwtUntil(NOW.plusSeconds(77));
    String threeParts = fourParts.substring("jwt.".length());

    assertThat(expiry(fourParts)).isEqualTo(NOW.plusSeconds(77));
    assertThat(expiry(threeParts)).isEqualTo(NOW.plusSeconds(77));
  }

  @Test
  void secondsMayHaveAFraction() {
    assertThat(expiry(Some.jwt("{\"exp\":1800000077.5}"))).isEqualTo(NOW.plusMillis(77_500));
    assertThat(expiry(Some.jwt("{\"exp\":1.80000007E9}"))).isEqualTo(NOW.plusSeconds(70));
  }

  @Test
  void theRestOfThePayloadDoesNotMatter() {
    String payload =
        """
        {"sub":"é","exp ":1,"nested":{"exp":1,"deeper":[{"exp":2}]},"exp":1800000077,"aud":["x"]}\
        """;

    assertThat(expiry(Some.jwt(payload))).isEqualTo(NOW.plusSeconds(77));
  }

  @Test
  void aPayloadMayBePadded() {
    String payload =
        Base64.getUrlEncoder()
            .encodeToString("{\"exp\":1800000077} ".getBytes(StandardCharsets.US_ASCII));

    assertThat(expiry("jwt.e30." + payload + ".sig")).isEqualTo(NOW.plusSeconds(77));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "",
        "{\"exp\":null}",
        "{\"exp\":\"1800000077\"}",
        "{\"exp\":[1800000077]}",
        "{\"exp\":true}",
        "{\"exp\":1800086401}",
        "{\"exp\":1800000077000}",
        "{\"exp\":9223372036854775807}",
        "{\"exp\":99999999999999999999}",
        "{\"exp\":1e400}",
        "{\"exp\":NaN}",
        "{\"exp\":1800000077",
        "{\"exp\":1800000077} x",
        "{\"EXP\":1800000077}",
        "{\"a\":{\"exp\":1800000077}}"
      })
  void withoutASaneTimeTheRequestedLifetimeCounts(String payload) {
    assertThat(expiry(Some.jwt(payload))).isEqualTo(FALLBACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1799999999", "1800000000", "1800000000.0", "-1e400"})
  void aTokenThatHasEndedHasNoEnd(String end) {
    assertThat(expiry(Some.jwt("{\"exp\":" + end + "}"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "....",
        "jwt",
        "jwt.",
        "jwt..",
        "jwt...",
        "a.b",
        "jwt.a.b",
        "a.!!!.c",
        "a.eyJ.c",
        "opaque",
        "jwt.jwt.a.b.c",
        "\u0000.\ud800.\uffff"
      })
  void whatIsNoJwtEndsAfterTheRequestedLifetime(String token) {
    assertThat(expiry(token)).isEqualTo(FALLBACK);
  }

  @Test
  void aDayIsTheFurthestEndThatIsBelieved() {
    assertThat(expiry(Some.jwtUntil(NOW.plus(Duration.ofDays(1)))))
        .isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void aHugeTokenIsNotLookedInto() {
    String padded = Some.jwt("{\"exp\":1800000077,\"x\":\"" + "x".repeat(20_000) + "\"}");

    assertThat(expiry(padded)).isEqualTo(FALLBACK);
  }

  @Test
  void aPayloadNestedWithoutEndIsJunk() {
    assertThat(expiry(Some.jwt("{\"a\":" + "[".repeat(5_000)))).isEqualTo(FALLBACK);
  }

  /** Each seed is a walk of its own, so that what one finds is found again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noMutilationMakesItThrowOrBelieveNonsense(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder token = new StringBuilder(Some.jwtUntil(NOW.plusSeconds(77)));
      for (int changes = random.nextInt(20); changes >= 0; changes--) {
        token.setCharAt(random.nextInt(token.length()), (char) random.nextInt(128));
      }
      Instant end = expiry(token.toString());
      assertThat(end == null || isSane(end)).as("end of %s: %s", token, end).isTrue();
    }
  }

  /** In the future, and not further away than a token may live. */
  private static boolean isSane(Instant end) {
    return end.isAfter(NOW) && !end.isAfter(NOW.plus(TokenExpiry.FURTHEST));
  }

  private static @Nullable Instant expiry(String token) {
    return TokenExpiry.of(token, NOW, REQUESTED);
  }
}
