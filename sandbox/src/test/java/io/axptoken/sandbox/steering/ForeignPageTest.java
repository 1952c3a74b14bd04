package io.axptoken.sandbox.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.RawCall;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class ForeignPageTest {
  private static final String OWN_HOST = "127.0.0.1:3001";

  private final AxpSandbox sandbox;

  ForeignPageTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /sandbox",
    "GET, /%73andbox",
    "GET, /sandbox/journal",
    "DELETE, /sandbox/journal",
    "GET, /sandbox/faults",
    "PUT, /sandbox/faults",
    "DELETE, /sandbox/faults",
    "PUT, /sandbox/access-tokens",
    "POST, /sandbox/access-tokens/revoke",
    "POST, /sandbox/keys/rotate",
    "GET, /sandbox/chat/engagements",
    "GET, /sandbox/chat/feed",
    "GET, /sandbox/chat/calls",
    "POST, /sandbox/chat/tokens/revoke",
    "POST, /sandbox/chat/engagements/x/agents",
    "POST, /sandbox/idp/keys/rotate",
    "POST, /sandbox/idp/tokens",
    "POST, /sandbox/reset"
  })
  void aForeignNameForThisMachineIsRefused(String method, String path) throws IOException {
    assertThat(answer(sandbox, method, path, "Host: rebound.example:3001"))
        .startsWith("HTTP/1.1 403 ")
        .contains("application/problem+json")
        .doesNotContain(sandbox.account().clientSecret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: http://127.0.0.1:9999",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void aForeignPageRevokesNothing(String header) throws IOException {
    try (Caller caller = Caller.of(sandbox)) {
      String accessToken = caller.accessToken();
      String answer =
          answer(
              sandbox,
              "POST",
              "/sandbox/access-tokens/revoke",
              "Host: " + OWN_HOST,
              "Content-Type: text/plain",
              header);
      assertThat(answer).startsWith("HTTP/1.1 403 ");
      assertThat(caller.askEndUserToken(accessToken, caller.endUser().encode()).statusCode())
          .isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN_HOST, "localhost:3001", "LOCALHOST", "[::1]:3001", "192.0.2.7"})
  void toolsAndTheOwnOriginAreServed(String host) throws IOException {
    assertThat(answer(sandbox, "GET", "/sandbox", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    assertThat(
            answer(
                sandbox,
                "GET",
                "/sandbox",
                "Host: " + host,
                "Origin: http://" + host,
                "Sec-Fetch-Site: same-origin"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void thePlatformItselfAnswersUnderAnyName() throws IOException {
    assertThat(answer(sandbox, "GET", "/.well-known/jwks.json", "Host: platform.example"))
        .startsWith("HTTP/1.1 200 ");
  }

  private static String answer(AxpSandbox sandbox, String method, String path, String... headers)
      throws IOException {
    String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers);
    try (RawCall call = RawCall.of(sandbox, request + "\r\nConnection: close\r\n\r\n")) {
      return call.read(Duration.ofSeconds(10));
    }
  }
}
