package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.fixture.IntegrationsFile;
import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.Settings;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrations with an identity each: what proves a user to one proves nothing to another. */
class IntegrationIdentityTest {
  private static final String SHOP_KEY = "axpk_s3cr3t-shop";
  private static final String BANK_KEY = "axpk_s3cr3t-bank";
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final String GUESTS =
      "identity: { modes: [guest], guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] } }";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.of(SandboxOptions.defaults(), IntegrationIdentityTest::settings);

  private static Settings settings(AxpSandbox sandbox) {
    SandboxAccount account = SandboxAccount.DEFAULT;
    return IntegrationsFile.of(sandbox.baseUri(), account)
        .and("red", sandbox.baseUri(), account, GUESTS)
        .and("blue", sandbox.baseUri(), account, GUESTS)
        .and("shop", sandbox.baseUri(), account, keys(SHOP_KEY, "one"))
        .and("bank", sandbox.baseUri(), account, keys(BANK_KEY, "one"))
        .and("club", sandbox.baseUri(), account, keys(BANK_KEY, "two"))
        .settings();
  }

  private static String keys(String key, String pseudonyms) {
    return "identity: { modes: [apiKey], apiKey: { keys: { backend: %s } }, pseudonymize: %s }"
        .formatted(TestKeys.sha256(key), "s3cr3t-of-the-pseudonyms-number-" + pseudonyms);
  }

  private static HttpResponse<String> guest(String integration, String cookie) throws Exception {
    return SERVER
        .http()
        .send(
            SERVER
                .http()
                .request("GET", "/integrations/" + integration + "/token")
                .header("cookie", cookie));
  }

  private static String cookie(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private static int withKey(String integration, String key) throws Exception {
    HttpRequest.Builder request =
        SERVER
            .http()
            .tokenRequest(USER)
            .uri(SERVER.http().uri("/integrations/" + integration + "/token"))
            .header("x-api-key", key);
    return SERVER.http().send(request).statusCode();
  }

  private static String latestId() {
    String body = SERVER.sandbox().journal().calls(Endpoint.END_USER_TOKEN).getLast().body();
    return new JsonObject(body).getString("customerId");
  }

  @Test
  void aBrowserIsAGuestOfEachByACookieOfItsOwn() throws Exception {
    String red = cookie(guest("red", "a=b"));
    String redId = latestId();
    String blue = cookie(guest("blue", red));
    String blueId = latestId();

    assertThat(red).startsWith("axp-guest-red=");
    assertThat(blue).startsWith("axp-guest-blue=");
    assertThat(blueId).isNotEqualTo(redId);
    assertThat(guest("red", red + "; " + blue).headers().firstValue("set-cookie")).isEmpty();
    assertThat(latestId()).isEqualTo(redId);
    assertThat(guest("blue", red + "; " + blue).headers().firstValue("set-cookie")).isEmpty();
    assertThat(latestId()).isEqualTo(blueId);
  }

  @Test
  void aCookieReplayedAtAnotherIntegrationIsWorthNothing() throws Exception {
    String red = cookie(guest("red", "a=b"));
    String redId = latestId();

    HttpResponse<String> replay = guest("blue", red.replace("axp-guest-red", "axp-guest-blue"));
    assertThat(cookie(replay)).startsWith("axp-guest-blue=");
    assertThat(latestId()).isNotEqualTo(redId);
  }

  @ParameterizedTest
  @CsvSource({
    "shop,axpk_s3cr3t-shop,200",
    "bank,axpk_s3cr3t-bank,200",
    "shop,axpk_s3cr3t-bank,401",
    "bank,axpk_s3cr3t-shop,401",
  })
  void aKeyOpensItsOwnIntegrationsOnly(String integration, String key, int status)
      throws Exception {
    assertThat(withKey(integration, key)).isEqualTo(status);
  }

  @Test
  void aPseudonymIsTheSameWhereTheSecretIs() throws Exception {
    withKey("shop", SHOP_KEY);
    String shop = latestId();
    withKey("bank", BANK_KEY);
    String bank = latestId();
    withKey("club", BANK_KEY);
    String club = latestId();

    assertThat(bank).isEqualTo(shop);
    assertThat(club).isNotEqualTo(shop);
    assertThat(List.of(shop, bank, club)).allMatch(id -> id.matches("[A-Za-z0-9_-]{43}"));
  }

  @ParameterizedTest
  @CsvSource({"/token,false", "/integrations/shop/token,false", "/integrations/red/token,true"})
  void onlyWhereCookiesCountMayPagesSendThem(String path, boolean credentials) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                SERVER
                    .http()
                    .request("OPTIONS", path)
                    .header("origin", "https://www.example.com")
                    .header("access-control-request-method", "POST"));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("access-control-allow-credentials").isPresent())
        .isEqualTo(credentials);
  }

  @ParameterizedTest
  @CsvSource({"/token,401", "/integrations/shop/token,401", "/integrations/red/token,403"})
  void onlyWhereCookiesCountAreForeignLinksRefused(String path, int status) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(SERVER.http().request("GET", path).header("sec-fetch-site", "cross-site"));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
  }
}
