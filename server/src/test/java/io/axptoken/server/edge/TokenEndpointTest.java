package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main road: a user comes in, a token goes out, as the reference answers it. */
class TokenEndpointTest {
  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @Test
  void aUserIdIsAnsweredWithTheReferencesKeysInItsOrderAndTheExpiry() throws Exception {
    HttpResponse<String> answer = SERVER.http().postToken("{\"userId\":\"u1\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.body())
        .matches(
            "\\{\"jwtToken\":\"jwt\\.[^\"]+\",\"axpIntegrationId\":\"[^\"]+\","
                + "\"axpHostName\":\"[^\"]+\",\"fcmConnectorBaseUrl\":\"\",\"configId\":\"\","
                + "\"appKey\":\"[^\"]+\",\"callingRemoteAddress\":\"\","
                + "\"expiresAt\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"}");
  }

  @Test
  void expiresAtIsTheTokensOwnExp() throws Exception {
    JsonObject answer = new JsonObject(SERVER.http().postToken("{\"userId\":\"u1\"}").body());

    String payload = answer.getString("jwtToken").split("\\.", -1)[2];
    JsonObject claims =
        new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    assertThat(Instant.parse(answer.getString("expiresAt")))
        .isEqualTo(Instant.ofEpochSecond(claims.getLong("exp")));
    assertThat(claims.getString("sub")).isEqualTo("u1");
  }

  @Test
  void thePlatformGetsTheTwoCallsOfItsContract() throws Exception {
    SERVER.sandbox().accessTokens().revokeAll();

    SERVER.http().postToken("{\"userId\":\"u1\"}");

    var account = SERVER.sandbox().account();
    Call login = SERVER.sandbox().journal().calls(Endpoint.ACCESS_TOKEN).getFirst();
    assertThat(login.method()).isEqualTo("POST");
    assertThat(login.path())
        .isEqualTo("/api/auth/v1/" + account.accountId() + "/protocol/openid-connect/token");
    assertThat(login.header("appkey")).hasValue(account.appKey());
    Call mint = SERVER.sandbox().journal().calls(Endpoint.END_USER_TOKEN).getLast();
    assertThat(mint.path())
        .isEqualTo("/api/digital/chat/v1/accounts/" + account.accountId() + "/tokens");
    assertThat(mint.header("appkey")).hasValue(account.appKey());
    assertThat(mint.header("content-type")).hasValue("application/json");
  }

  @Test
  void whatIsAbsentIsNotSentUpstream() throws Exception {
    SERVER.http().postToken("{\"userId\":\"u1\"}");

    assertThat(SERVER.onlyEndUserBody())
        .isEqualTo(
            new JsonObject()
                .put("integrationId", SERVER.sandbox().account().integrationId())
                .put("customerId", "u1")
                .put("ttl", 30));
  }

  @ParameterizedTest
  @CsvSource({"verified,true", "verified,false", "verifiedCustomer,true", "verifiedCustomer,false"})
  void theFlagIsReadUnderBothItsNames(String name, boolean value) throws Exception {
    HttpResponse<String> answer =
        SERVER.http().postToken("{\"userId\":\"u1\",\"%s\":%s}".formatted(name, value));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getValue("verifiedCustomer")).isEqualTo(value);
  }

  @Test
  void bothNamesOfTheFlagMayStandTogetherIfTheyAgree() throws Exception {
    String body = "{\"userId\":\"u1\",\"verified\":true,\"verifiedCustomer\":true}";

    assertThat(SERVER.http().postToken(body).statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getValue("verifiedCustomer")).isEqualTo(true);
  }

  @Test
  void namesInAllScriptsReachThePlatformAsTheyAre() throws Exception {
    String name = "Zoë 日本語 \uD83D\uDE00 \"quoted\" \\ back";
    SERVER.http().postToken(new JsonObject().put("userId", "ü").put("userName", name).encode());

    assertThat(SERVER.onlyEndUserBody().getString("customerName")).isEqualTo(name);
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).isEqualTo("ü");
  }

  @Test
  void unknownMembersArePassedOver() throws Exception {
    String body = "{\"extra\":{\"a\":[1,2.5e3,null,true]},\"userId\":\"u1\",\"ttl\":60}";

    assertThat(SERVER.http().postToken(body).statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getInteger("ttl")).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/token/", "/token?userId=evil", "/token/?a=b&userId=evil"})
  void trailingSlashAndQueryChangeNothing(String path) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(SERVER.http().tokenRequest("{\"userId\":\"u1\"}").uri(SERVER.http().uri(path)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SERVER.onlyEndUserBody().getString("customerId")).isEqualTo("u1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/token/", "/token?userId=u1", "/token?customerId=u1"})
  void aGetProvesNobodyAndIsToldToPostAUserId(String path) throws Exception {
    ProblemAnswer problem = ProblemAnswer.of(SERVER.http().get(path), 401, "not-authenticated");

    assertThat(problem.detail()).contains("POST").contains("userId");
    assertThat(problem.header("www-authenticate")).startsWith("Bearer ");
    SERVER.assertNothingMinted();
  }

  @Test
  void theAccessTokenIsFetchedOnceForManyUsers() throws Exception {
    SERVER.http().postToken("{\"userId\":\"first\"}");
    SERVER.sandbox().journal().clear();

    SERVER.http().postToken("{\"userId\":\"second\"}");
    SERVER.http().postToken("{\"userId\":\"third\"}");

    assertThat(SERVER.sandbox().journal().count(Endpoint.ACCESS_TOKEN)).isZero();
    assertThat(SERVER.sandbox().journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(2);
  }
}
