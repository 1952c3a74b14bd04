package io.axptoken.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a token, whatever the platform has written into it. */
class TokenLookTest {

  private static TokenLook look(String claims) throws IOException {
    byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
    return TokenLook.at("e30." + Base64.getUrlEncoder().encodeToString(bytes) + ".c2ln");
  }

  @Test
  void timesAreRead() throws IOException {
    assertThat(look("{\"iat\":1700000000.4}").issuedAt())
        .isEqualTo(Instant.ofEpochSecond(1_700_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "-1e300", "31556889864403199", "-1", "1e999"})
  void aTimeThatIsNoneMakesItUnreadable(String time) {
    assertThatThrownBy(() -> look("{\"iat\":" + time + "}")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"iat\":", "{\"iat\":1", "null"})
  void whatIsNoObjectIsUnreadable(String claims) {
    assertThatThrownBy(() -> look(claims)).isInstanceOf(IOException.class);
  }
}
