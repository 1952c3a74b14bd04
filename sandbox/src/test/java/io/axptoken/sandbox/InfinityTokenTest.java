package io.axptoken.sandbox;

import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axptoken.sandbox.SandboxAccount.Platform;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfinityTokenTest {
  private static final SandboxAccount ACCOUNT = SandboxAccount.DEFAULT_INFINITY;

  private static AxpSandbox sandbox;
  private static Caller caller;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    caller = Caller.of(sandbox);
  }

  @AfterAll
  static void stop() {
    caller.close();
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  @Test
  void oneCallGivesTheEndUsersTokenWithAllThatAKeycloakAdds() {
    HttpResponse<String> answer =
        ask(
            form(
                "customerName", "Zoë", "customerIdentifiers", "{\"emailAddresses\":[\"z@a.de\"]}"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(json(answer).copy().put("access_token", ""))
        .isEqualTo(
            new JsonObject(
                """
                {"access_token":"","expires_in":600,"refresh_expires_in":0,"token_type":"Bearer",
                 "not-before-policy":0,"scope":"organization email profile"}\
                """));
  }

  @Test
  void theTokenIsAPlainJwtOfTenMinutesThatBrowsersCanDecode() {
    String token =
        json(ask(form("customerName", "~?>Zoë", "customerId", "??>>~~"))).getString("access_token");

    assertThat(token).matches("[\\w-]+\\.[A-Za-z0-9]+\\.[\\w-]+");
    String[] parts = token.split("\\.", -1);
    assertThat(claims(parts[0]).getString("alg")).isEqualTo("RS256");
    JsonObject claims = claims(parts[1]);
    assertThat(claims.getString("sub")).isEqualTo("??>>~~");
    assertThat(claims.getString("customerName")).isEqualTo("~?>Zoë");
    assertThat(claims.getString("integrationId")).isEqualTo(ACCOUNT.integrationId());
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
  }

  @Test
  void aForcedLifetimeIsNotTold() {
    sandbox.faults().on(Endpoint.INFINITY_TOKEN).next(Fault.earlyExpiry(Duration.ofSeconds(20)));

    JsonObject answer = json(ask(form()));

    JsonObject claims = claims(answer.getString("access_token").split("\\.", -1)[1]);
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(20);
    assertThat(answer.getInteger("expires_in")).isEqualTo(600);
  }

  @ParameterizedTest
  @CsvSource({"client_id, other", "client_secret, other-s3cr3t"})
  void aWrongClientIsUnauthorized(String field, String value) {
    HttpResponse<String> answer = ask(form(field, value));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer))
        .isEqualTo(
            new JsonObject()
                .put("error", "invalid_client")
                .put("error_description", "Invalid client or Invalid client credentials"));
  }

  @Test
  void aWrongIntegrationIsAProblemWithinTheErrorsText() {
    HttpResponse<String> answer =
        ask(form("integrationId", "00000000-0000-4000-8000-00000000dead"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("error")).isEqualTo("invalid_request");
    assertThat(json(answer).getString("error_description"))
        .startsWith(
            "{\"title\":\"Resource Not Found\",\"status\":404,\"detail\":\"The integration Id")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customerIdentifiers | {\"emailAddresses\":[\"john\"]} | invalid email address john",
        "customerIdentifiers | {\"phoneNumbers\":[\"call me\"]} | invalid phone number call me",
        "customerIdentifiers | {\"emailAddresses\":[\"a@b.de\",\"c@d.de\"]} | only one email address",
        "customerIdentifiers | {\"phoneNumbers\":[\"+49 1234\",\"+49 4321\"]} | only one phone number",
        "customerIdentifiers | {\"emailAddresses\":\"a@b.de\"} | only one email address",
        "customerIdentifiers | no JSON | customerIdentifiers must be a JSON object",
        "customerIdentifiers | [] | customerIdentifiers must be a JSON object",
        "customerId | '' | customerId must have"
      })
  void aUserWhoBreaksARuleIsRefusedInTheSameEnvelope(String field, String value, String detail) {
    HttpResponse<String> answer = ask(form(field, value));

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject problem = new JsonObject(json(answer).getString("error_description"));
    assertThat(problem.getString("title")).isEqualTo("VALIDATION_FAILED");
    assertThat(problem.getString("detail")).startsWith(detail);
  }

  @Test
  void oneAddressAndOneNumberAreFine() {
    String identifiers =
        "{\"emailAddresses\":[\"john@example.com\"],\"phoneNumbers\":[\"+91 20 1234 5678\"]}";

    assertThat(ask(form("customerIdentifiers", identifiers)).statusCode()).isEqualTo(200);
  }

  @Test
  void eachPlatformKnowsItsOwnAccountsAndGrants() {
    assertThat(json(ask("SANDBX", form())).getString("error")).isEqualTo("unsupported_grant_type");
    assertThat(json(ask(form("grant_type", "client_credentials"))).getString("error"))
        .isEqualTo("unauthorized_client");
    assertThat(ask("NOBODY", form()).statusCode()).isEqualTo(404);
    Caller stranger = new Caller(sandbox.baseUri(), ACCOUNT);
    try (stranger) {
      assertThat(stranger.askAccessToken(call -> call.setHeader("appkey", "any")).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void theJournalTellsTheGrantsOfOnePathApartAndKeepsNoSecret() {
    ask(form());
    ask("SANDBX", caller.form());

    assertThat(sandbox.journal().count(Endpoint.INFINITY_TOKEN)).isEqualTo(1);
    assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(1);
    assertThat(sandbox.journal().calls(Endpoint.INFINITY_TOKEN).getFirst().body())
        .contains("customerId=user-1")
        .doesNotContain(ACCOUNT.clientSecret());
  }

  @Test
  void faultsOfInfinityAreItsOwn() {
    caller.send(
        "PUT",
        "/sandbox/faults",
        "{\"endpoint\":\"infinity-token\",\"fault\":\"status\",\"status\":503}");

    assertThat(caller.askAccessToken().statusCode()).isEqualTo(200);
    assertThat(ask(form()).statusCode()).isEqualTo(503);
    assertThat(ask(form()).statusCode()).isEqualTo(200);
  }

  @Test
  void theFormalFaultsAreAnsweredLikeAllOthers() {
    assertThat(ask(form() + "&customerId=twice").statusCode()).isEqualTo(400);
    assertThat(
            caller
                .send(request("INFNTY", form()).setHeader("content-type", "application/json"))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void anAccountHasAnAppKeyOnAxpAndNoneOnInfinity() {
    assertThat(sandbox.infinityAccount()).isEqualTo(ACCOUNT);
    assertThatIllegalArgumentException().isThrownBy(() -> account(Platform.INFINITY, "key"));
    assertThatIllegalArgumentException().isThrownBy(() -> account(Platform.AXP, ""));
  }

  private static SandboxAccount account(Platform platform, String appKey) {
    return new SandboxAccount(platform, "ABCDEF", ACCOUNT.integrationId(), "c", "s3cr3t", appKey);
  }

  private static JsonObject claims(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  /** A right form, with these fields in place of its own. */
  private static String form(String... changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "custom_sdk_grant_type");
    fields.put("client_id", ACCOUNT.clientId());
    fields.put("client_secret", ACCOUNT.clientSecret());
    fields.put("integrationId", ACCOUNT.integrationId());
    fields.put("customerId", "user-1");
    for (int i = 0; i < changes.length; i += 2) {
      fields.put(changes[i], changes[i + 1]);
    }
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> ask(String form) {
    return ask(ACCOUNT.accountId(), form);
  }

  private static HttpResponse<String> ask(String accountId, String form) {
    return caller.send(request(accountId, form));
  }

  private static HttpRequest.Builder request(String accountId, String form) {
    String path = "/auth/realms/" + accountId + "/protocol/openid-connect/token";
    return HttpRequest.newBuilder(sandbox.baseUri().resolve(path))
        .timeout(Duration.ofSeconds(20))
        .setHeader("content-type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }
}
