package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.type.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whose address a request is counted for: two requests are the same client's when the second is
 * held to the limit of one.
 */
class TrustedProxyTest {
  private static final LimitSettings ONE =
      new LimitSettings(
          new Rate(1, Duration.ofHours(1)), new Rate(1_000_000, Duration.ofMinutes(1)), 1);

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static boolean areOneClient(String trusted, String first, String second)
      throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(), s -> s.limits(ONE).trustedProxies(trusted.split(" ", -1)))) {
      assertThat(statusWith(server, first)).isEqualTo(401);
      return statusWith(server, second) == 429;
    }
  }

  /** Asks with these header lines, divided by bars. */
  private static int statusWith(TestServer server, String headers) throws Exception {
    try (RawClient client = server.connect()) {
      String lines = headers.isEmpty() ? "" : headers.replace(" | ", "\r\n") + "\r\n";
      String answer = client.send("GET /token HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n").answer();
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.1
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 198.51.100.7, 192.0.2.1
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 198.51.100.7 | X-Forwarded-For: 192.0.2.1
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.1, 10.1.1.1, 127.0.0.1
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.1:4711
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For:192.0.2.1
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: ::ffff:192.0.2.1
          X-Forwarded-For: 192.0.2.1 => Forwarded: for=192.0.2.1
          X-Forwarded-For: 192.0.2.1 => Forwarded: For="192.0.2.1:80";proto=https;by=10.0.0.1
          X-Forwarded-For: 192.0.2.1 => Forwarded: for=198.51.100.7, proto=http;for=192.0.2.1
          X-Forwarded-For: 192.0.2.1 => Forwarded: for="evil, for=192.0.2.1
          X-Forwarded-For: 2001:db8:1:2::1 => X-Forwarded-For: 2001:DB8:1:2:ffff::9
          X-Forwarded-For: 2001:db8:1:2::1 => X-Forwarded-For: [2001:db8:1:2::2]:443
          X-Forwarded-For: 2001:db8:1:2::1 => Forwarded: for="[2001:db8:1:2:a:b:c:d]:443"
          X-Forwarded-For: 10.1.1.1 => X-Forwarded-For: 10.1.1.1, 10.2.2.2
          """)
  void theFirstUntrustedHopFromTheRightIsTheClient(String first, String second) throws Exception {
    assertThat(areOneClient("127.0.0.1 10.0.0.0/8", first, second)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.2
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.1, 192.0.2.2
          X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.1, 11.0.0.1, 10.1.1.1
          X-Forwarded-For: ::ffff:192.0.2.1 => X-Forwarded-For: ::ffff:192.0.2.2
          X-Forwarded-For: 2001:db8:1:2::1 => X-Forwarded-For: 2001:db8:1:3::1
          X-Forwarded-For: 192.0.2.1 => X-Real-IP: 192.0.2.1
          """)
  void differentHopsAreDifferentClients(String first, String second) throws Exception {
    assertThat(areOneClient("127.0.0.1 10.0.0.0/8", first, second)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          X-Forwarded-For: 192.0.2.1 | Forwarded: for=192.0.2.1
          X-Forwarded-For:
          X-Forwarded-For: unknown
          X-Forwarded-For: localhost
          X-Forwarded-For: 192.0.2.256
          X-Forwarded-For: 192.0.2
          X-Forwarded-For: 192.0.2.1,
          X-Forwarded-For: 192.0.2.1, ,
          X-Forwarded-For: <script>
          X-Forwarded-For: [2001:db8::1
          Forwarded: proto=https
          Forwarded: for=_hidden
          Forwarded: for=unknown
          Forwarded: for
          Forwarded: =
          """)
  void junkAndContradictionsAreCountedForTheProxy(String headers) throws Exception {
    assertThat(areOneClient("127.0.0.1/32", "", headers)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          10.0.0.0/8 => X-Forwarded-For: 192.0.2.1 => X-Forwarded-For: 192.0.2.2
          10.0.0.0/8 => X-Forwarded-For: 10.0.0.1 => Forwarded: for=192.0.2.2
          ::1 => Forwarded: for=192.0.2.1 => Forwarded: for=192.0.2.2
          """)
  void nobodyElseIsBelieved(String trusted, String first, String second) throws Exception {
    assertThat(areOneClient(trusted, first, second)).isTrue();
  }

  @Test
  void withoutTrustedProxiesNoHeaderIsBelieved() throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.limits(ONE))) {
      assertThat(statusWith(server, "X-Forwarded-For: 192.0.2.1")).isEqualTo(401);
      assertThat(statusWith(server, "X-Forwarded-For: 192.0.2.2")).isEqualTo(429);
      assertThat(statusWith(server, "Forwarded: for=192.0.2.3")).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          https://tokens.example => X-Forwarded-Proto: https | X-Forwarded-Host: tokens.example => 401
          https://tokens.example => Forwarded: proto=https, proto=https => 403
          http://tokens.example => X-Forwarded-Proto: https | X-Forwarded-Host: tokens.example => 403
          https://evil.example => X-Forwarded-Proto: https | X-Forwarded-Host: tokens.example => 403
          https://tokens.example => X-Forwarded-Proto: https | X-Forwarded-Host: evil.example => 403
          """)
  void behindAProxyTheServersOwnOriginIsTheProxys(String origin, String headers, int status)
      throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), s -> s.allowedOrigins().trustedProxies("127.0.0.0/8"))) {
      assertThat(statusWith(server, "Origin: " + origin + " | " + headers)).isEqualTo(status);
    }
    try (TestServer server = TestServer.start(SERVER.sandbox(), TestSettings::allowedOrigins)) {
      assertThat(statusWith(server, "Origin: " + origin + " | " + headers)).isEqualTo(403);
    }
  }
}
