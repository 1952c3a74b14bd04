package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestCookieTest {
  private final GuestCookie cookie = new GuestCookie("axp-guest", Duration.ofDays(1));

  @ParameterizedTest
  @CsvSource({
    "true,false,__Host-axp-guest=x; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=Lax",
    "true,true,__Host-axp-guest=x; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=None;"
        + " Partitioned",
    "false,false,axp-guest=x; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax",
    "false,true,axp-guest=x; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=None; Partitioned"
  })
  void itIsSetAsTheRequestNeedsIt(boolean secure, boolean crossSite, String expected) {
    assertThat(cookie.set("x", secure, crossSite)).isEqualTo(expected);
  }
}
