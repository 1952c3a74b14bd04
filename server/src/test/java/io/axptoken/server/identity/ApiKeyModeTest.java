package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backends that ask for their users; the weakest mode stands behind, to be fallen through to. */
class ApiKeyModeTest {
  private static final String SHOP = "axpk_s3cr3t-shop";
  private static final String SHOP_NEXT = "axpk_s3cr3t-shop-next";
  private static final String BANK = "axpk_s3cr3t-bank";
  private static final String USER = "{\"userId\":\"u1\"}";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.identity(
              """
              identity:
                modes: [apiKey, claimed]
                apiKey:
                  keys:
                    shop:
                      - @1
                      - @2
                    bank: @3
              """
                  .replace("@1", TestKeys.sha256(SHOP))
                  .replace("@2", TestKeys.sha256(SHOP_NEXT))
                  .replace("@3", TestKeys.sha256(BANK))));

  private static HttpRequest.Builder withKey(String key, String body) {
    return SERVER.http().tokenRequest(body).header("x-api-key", key);
  }

  @ParameterizedTest
  @ValueSource(strings = {SHOP, SHOP_NEXT, BANK})
  void everyKeyOfABackendServesItsUsers(String key) throws Exception {
    HttpResponse<String> answer = SERVER.http().send(withKey(key, USER));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).isEqualTo("u1");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void theUserIsVerifiedAsTheBodySays(boolean said, boolean sent) throws Exception {
    SERVER
        .http()
        .send(
            withKey(
                SHOP,
                new JsonObject()
                    .put("userId", "u1")
                    .put("userName", "Zoe")
                    .put("verified", said)
                    .encode()));

    JsonObject body = SERVER.onlyEndUserBody();
    assertThat(body.getBoolean("verifiedCustomer")).isEqualTo(sent);
    assertThat(body.getString("customerName")).isEqualTo("Zoe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "axpk_wrong", "AXPK_S3CR3T-SHOP", "axpk_s3cr3t-shop,axpk_s3cr3t-bank"})
  void aWrongKeyNeverFallsThroughToAWeakerMode(String key) throws Exception {
    HttpResponse<String> answer = SERVER.http().send(withKey(key, USER));

    ProblemAnswer problem = ProblemAnswer.of(answer, 401, "not-authenticated");
    assertThat(problem.detail()).isEqualTo("The API key is not valid.");
    assertThat(answer.headers().firstValue("www-authenticate").orElseThrow()).startsWith("ApiKey ");
    SERVER.assertNothingMinted();
  }

  @Test
  void theHashOfAKeyIsNoKey() throws Exception {
    ProblemAnswer.of(
        SERVER.http().send(withKey(TestKeys.sha256(SHOP), USER)), 401, "not-authenticated");
    SERVER.assertNothingMinted();
  }

  @Test
  void severalKeysInOneRequestAreNone() throws Exception {
    ProblemAnswer.of(
        SERVER.http().send(withKey(SHOP, USER).header("x-api-key", BANK)),
        401,
        "not-authenticated");
    SERVER.assertNothingMinted();
  }

  @Test
  void aKeyDoesNotSayForWhomSoTheBodyMust() throws Exception {
    ProblemAnswer noId =
        ProblemAnswer.of(
            SERVER.http().send(withKey(SHOP, "{\"userName\":\"Zoe\"}")),
            400,
            "constraint-violation");
    assertThat(noId.body().encode()).contains("userId is mandatory and should be a string");

    ProblemAnswer get =
        ProblemAnswer.of(
            SERVER.http().send(SERVER.http().request("GET", "/token").header("x-api-key", SHOP)),
            403,
            "not-permitted");
    assertThat(get.detail()).contains("POST a JSON body with the userId");
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @CsvSource({"origin,https://shop.example", "sec-fetch-site,same-origin", "sec-fetch-site,none"})
  void aKeyInABrowserIsRefusedAndTheOperatorToldWhich(
      String header, String value, CapturedLogs logs) throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(),
            s ->
                s.identity(
                    "identity: { modes: [apiKey], apiKey: { keys: { shop: @ } } }"
                        .replace("@", TestKeys.sha256(SHOP))))) {
      HttpResponse<String> answer =
          server.send(server.tokenRequest(USER).header("x-api-key", SHOP).header(header, value));

      assertThat(ProblemAnswer.of(answer, 403, "not-permitted").detail()).contains("browser");
      assertThat(logs.messages(Level.WARNING))
          .anyMatch(message -> message.contains("API key shop") && !message.contains(SHOP));
    }
    SERVER.assertNothingMinted();
  }

  @Test
  void withoutAKeyTheNextModeIsAsked() throws Exception {
    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);
  }

  @Test
  void withKeysAloneNobodyGetsATokenWithoutOne() throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(),
            s ->
                s.identity(
                    "identity: { modes: [apiKey], apiKey: { keys: { shop: @ } } }"
                        .replace("@", TestKeys.sha256(SHOP))))) {
      HttpResponse<String> answer = server.postToken(USER);

      assertThat(ProblemAnswer.of(answer, 401, "not-authenticated").detail()).contains("X-Api-Key");
      assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
          .startsWith("ApiKey ");
    }
    SERVER.assertNothingMinted();
  }
}
