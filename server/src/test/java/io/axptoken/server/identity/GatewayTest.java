package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mode gateway with headers that only the connection proves. */
class GatewayTest {
  private static AxpSandbox sandbox;
  private static ConfiguredServer server;
  private static ConfiguredServer untrusting;
  private static ConfiguredServer istio;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    server = start("trustedProxies: [127.0.0.1]", "preset: oauth2Proxy");
    untrusting = start("trustedProxies: [10.0.0.0/8]", "preset: oauth2Proxy");
    istio = start("trustedProxies: [127.0.0.1]", "preset: istio");
  }

  private static ConfiguredServer start(String proxies, String gateway) {
    return ConfiguredServer.start(
        sandbox,
        """
        server: { allowedOrigins: ["https://shop.example"], %s }
        identity:
          modes: [gateway, claimed]
          gateway: { %s }
        """
            .formatted(proxies, gateway));
  }

  @AfterAll
  static void stop() {
    istio.close();
    untrusting.close();
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.journal().clear();
  }

  @Test
  void whomTheGatewaySignedInGetsAToken() throws Exception {
    var answer =
        send(
            server,
            "X-Forwarded-User",
            "user-1",
            "X-Forwarded-Preferred-Username",
            "First, Customer",
            "X-Forwarded-Email",
            "first@example.com");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(server.onlyEndUser().getString("customerId")).isEqualTo("user-1");
    assertThat(server.onlyEndUser().getString("customerName")).isEqualTo("First, Customer");
    assertThat(server.onlyEndUser().getBoolean("verifiedCustomer")).isTrue();
    assertThat(server.onlyEndUser().getJsonObject("customerIdentifiers"))
        .isEqualTo(
            new JsonObject().put("emailAddresses", new JsonArray(List.of("first@example.com"))));
  }

  @Test
  void namesAreUtf8() throws Exception {
    try (RawClient client = server.http().connect()) {
      client.send(rawRequest("Zürich").getBytes(StandardCharsets.UTF_8));
      assertThat(client.rest()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(server.onlyEndUser().getString("customerId")).isEqualTo("Zürich");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws Exception {
    try (RawClient client = server.http().connect()) {
      client.send(rawRequest("Zürich").getBytes(StandardCharsets.ISO_8859_1));
      ProblemAnswer.ofRaw(client.rest(), 401, "not-authenticated");
    }
    server.assertNothingMinted();
  }

  private static String rawRequest(String user) {
    return String.join(
        "\r\n",
        "GET /token HTTP/1.1",
        "host: localhost",
        "connection: close",
        "x-forwarded-user: " + user,
        "",
        "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-User",
        "x-forwarded-user",
        "X-Forwarded-Email",
        "X-FORWARDED-PREFERRED-USERNAME"
      })
  void aHeaderFromAnybodyElseNeverIdentifies(String header) throws Exception {
    var answer = send(untrusting, header, "user-1");

    assertThat(ProblemAnswer.of(answer, 401, "not-authenticated").detail()).contains("gateway");
    untrusting.assertNothingMinted();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For,127.0.0.1",
    "Forwarded,for=127.0.0.1",
    "X-Real-IP,127.0.0.1",
    "X-Forwarded-For,10.0.0.1"
  })
  void noForwardingHeaderMakesAStrangerTheGateway(String name, String value) throws Exception {
    var answer = send(untrusting, "X-Forwarded-User", "user-1", name, value);

    ProblemAnswer.of(answer, 401, "not-authenticated");
    untrusting.assertNothingMinted();
  }

  @Test
  void theSameHeaderTwiceIsRefused() throws Exception {
    var answer = send(server, "X-Forwarded-User", "user-1", "X-Forwarded-User", "admin");

    ProblemAnswer.of(answer, 401, "not-authenticated");
    server.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-1,admin", "user-1, admin", ",user-1"})
  void aListIsNobodysId(String value) throws Exception {
    ProblemAnswer.of(send(server, "X-Forwarded-User", value), 401, "not-authenticated");
    server.assertNothingMinted();
  }

  @Test
  void anIdThatBreaksTheRulesIsNotPermitted() throws Exception {
    ProblemAnswer.of(send(server, "X-Forwarded-User", "x".repeat(257)), 403, "not-permitted");
    ProblemAnswer.of(send(server, "X-Forwarded-User", "a\tb"), 403, "not-permitted");
    server.assertNothingMinted();
  }

  @Test
  void otherSpellingsOfTheHeaderSayNothing() throws Exception {
    var answer = send(server, "X_Forwarded_User", "user-1");

    ProblemAnswer.of(answer, 401, "not-authenticated");
    server.assertNothingMinted();
  }

  @Test
  void anAddressAloneIsNoUser() throws Exception {
    ProblemAnswer.of(send(server, "X-Forwarded-Email", "a@example.com"), 401, "not-authenticated");
    server.assertNothingMinted();
  }

  @Test
  void anEmptyHeaderMeansThatNobodySignedIn() throws Exception {
    var request = server.http().tokenRequest("{\"userId\":\"u1\"}").header("X-Forwarded-User", "");

    assertThat(server.http().send(request).statusCode()).isEqualTo(200);
    assertThat(server.onlyEndUser().getString("customerId")).isEqualTo("u1");
  }

  @Test
  void anotherUserIdInTheBodyIsNotPermitted() throws Exception {
    var request =
        server.http().tokenRequest("{\"userId\":\"u2\"}").header("X-Forwarded-User", "u1");

    ProblemAnswer.of(server.http().send(request), 403, "not-permitted");
    server.assertNothingMinted();
  }

  @Test
  void aForeignPageCannotUseTheGatewaysSession() throws Exception {
    for (String[] headers :
        new String[][] {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}}) {
      var answer = send(server, "X-Forwarded-User", "user-1", headers[0], headers[1]);

      ProblemAnswer.of(answer, 403, "origin-not-allowed");
    }
    server.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void forwardedClaimsMakeAUser(boolean padded) throws Exception {
    long later = Instant.now().getEpochSecond() + 60;
    String claims = "{\"sub\":\"user-1\",\"name\":\"Zoë\",\"exp\":%d}".formatted(later);

    var answer = send(istio, "X-Jwt-Payload", encoded(claims, padded));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(istio.onlyEndUser().getString("customerId")).isEqualTo("user-1");
    assertThat(istio.onlyEndUser().getString("customerName")).isEqualTo("Zoë");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"user-1\",\"exp\":1}",
        "{\"sub\":\"user-1\",\"nbf\":99999999999}",
        "{\"sub\":\"user-1\",\"sub\":\"admin\"}",
        "{\"sub\":\"user-1\",\"exp\":\"never\"}",
        "[]",
        "user-1"
      })
  void forwardedClaimsThatCannotBeAreRefused(String claims) throws Exception {
    ProblemAnswer.of(
        send(istio, "x-jwt-payload", encoded(claims, false)), 401, "not-authenticated");
    istio.assertNothingMinted();
  }

  @Test
  void forwardedClaimsAreNotReadFromATokenOrFromPlainText() throws Exception {
    for (String value : List.of("e30.e30.e30", "%7B%7D", "{\"sub\":\"user-1\"}")) {
      ProblemAnswer.of(send(istio, "x-jwt-payload", value), 401, "not-authenticated");
    }
    ProblemAnswer.of(send(istio, "x-jwt-payload", encoded("{}", false)), 403, "not-permitted");
    istio.assertNothingMinted();
  }

  private static String encoded(String json, boolean padded) {
    var encoder = padded ? Base64.getUrlEncoder() : Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> send(ConfiguredServer to, String... headers)
      throws Exception {
    HttpRequest.Builder request = to.http().request("GET", "/token");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return to.http().send(request);
  }
}
