package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that anybody can write, from a peer whom nobody trusts. */
class HeaderSpoofingTest {
  private static final String KEY = "axpk_s3cr3t-shop";
  private static final String USER = "{\"userId\":\"u1\"}";

  @RegisterExtension
  static final WholeServer KEYS =
      WholeServer.with(s ->
          s.identity(
              "identity: { modes: [apiKey], apiKey: { keys: { shop: @ } } }"
                  .replace("@", TestKeys.sha256(KEY))));

  @RegisterExtension
  static final WholeServer GUESTS =
      WholeServer.with(s ->
          s.allowedOrigins("https://shop.example")
              .trustedProxies("10.0.0.0/8")
              .identity(
                  """
                  identity:
                    modes: [guest]
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                  """));

  private static String ask(WholeServer server, String headers) throws Exception {
    try (RawClient client = server.http().connect()) {
      return client.send(RawClient.tokenRequest(headers, USER)).answer();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: ApiKey " + KEY,
        "Authorization: Bearer " + KEY,
        "Cookie: X-Api-Key=" + KEY,
        "X-Api-Key: Bearer " + KEY,
        "X-Api-Key: \"" + KEY + "\"",
        "X-Api-Key: " + KEY + "\u00a0",
        "X-Api-Key: shop:" + KEY,
        "X-Api-Key: shop",
        "X-Api-Keys: " + KEY,
        "X_Api_Key: " + KEY,
        "Api-Key: " + KEY,
        "X-User: u1",
        "X-Forwarded-User: u1",
        "X-Auth-Request-User: u1",
        "Forwarded: for=127.0.0.1",
        "X-Forwarded-For: 127.0.0.1",
      })
  void nothingButTheKeyInItsHeaderIsAKey(String header) throws Exception {
    assertThat(ask(KEYS, header + "\r\n"))
        .startsWith("HTTP/1.1 401 ")
        .contains("/problems/not-authenticated");
    KEYS.assertNothingMinted();
  }

  @Test
  void theKeyInItsHeaderIsOne() throws Exception {
    assertThat(ask(KEYS, "x-API-key:  " + KEY + " \r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aKeyInTheAddressIsNone() throws Exception {
    try (RawClient client = KEYS.http().connect()) {
      String answer =
          client
              .send(
                  RawClient.tokenRequest("", USER)
                      .replace("POST /token", "POST /token?X-Api-Key=" + KEY))
              .answer();
      assertThat(answer).startsWith("HTTP/1.1 401 ");
    }
    KEYS.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-Proto: https",
        "Forwarded: proto=https",
        "X-Forwarded-Ssl: on",
        "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Proto: https",
        "Forwarded: for=10.0.0.1;proto=https",
      })
  void aPeerWhomNobodyTrustsCannotSayThatItCameOverHttps(String headers) throws Exception {
    try (RawClient client = GUESTS.http().connect()) {
      String answer =
          client.send("GET /token HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n").answer();

      assertThat(answer)
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("\r\nset-cookie: axp-guest=v1.")
          .doesNotContain("__Host-");
    }
  }
}
