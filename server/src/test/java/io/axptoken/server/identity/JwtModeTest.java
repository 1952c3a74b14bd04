package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.SandboxUser;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mode jwt, against an OpenID provider that is found by discovery. */
class JwtModeTest {
  private static AxpSandbox sandbox;
  private static IdentityProvider provider;
  private static ConfiguredServer server;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    provider = sandbox.identityProvider();
    provider.keys();
    server =
        ConfiguredServer.start(
            sandbox,
            """
            identity:
              modes: [jwt]
              jwt:
                issuer: %s
                audience: axp-token-server
                claims: { accountNumbers: crm.customer.number, mailboxes: crm.emails }
            """
                .formatted(provider.issuer()));
  }

  @AfterAll
  static void stop() {
    server.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.journal().clear();
  }

  @Test
  void aTokenWithAllTheGroupsOfItsUserIsTaken() throws Exception {
    List<String> groups =
        IntStream.range(0, 157).mapToObj(i -> new UUID(i, ~i).toString()).toList();
    String token = provider.tokenFor(SandboxUser.FIRST).claim("groups", groups).sign();
    assertThat(token.length()).isBetween(8 * 1024, 12 * 1024);

    assertThat(server.bearer(token).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenOf16KibIsTakenBesideOtherHeadersAndALargerOneIsNot() throws Exception {
    assertThat(server.bearer(tokenOf(16 * 1024)).statusCode()).isEqualTo(200);

    HttpResponse<String> refused = server.bearer(tokenOf(16 * 1024 + 8));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("larger than 16 KiB");
  }

  /** A token with so many characters, or up to three fewer. */
  private static String tokenOf(int length) {
    String bare = provider.tokenFor(SandboxUser.FIRST).claim("padding", "").sign();
    int room = (length - bare.length()) / 4 * 3;
    String token = provider.tokenFor(SandboxUser.FIRST).claim("padding", "x".repeat(room)).sign();
    assertThat(token.length()).isBetween(length - 3, length);
    return token;
  }

  @Test
  void theTokensUserGetsThePlatformsToken() throws Exception {
    HttpResponse<String> answer = server.bearer(provider.tokenFor(SandboxUser.FIRST).sign());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    JsonObject sent = server.onlyEndUser();
    assertThat(sent.getString("customerId")).isEqualTo("user-1");
    assertThat(sent.getString("customerName")).isEqualTo("First Customer");
    assertThat(sent.getBoolean("verifiedCustomer")).isTrue();
    assertThat(sent.getJsonObject("customerIdentifiers"))
        .isEqualTo(
            new JsonObject()
                .put("emailAddresses", new JsonArray(List.of("first.customer@example.com")))
                .put("phoneNumbers", new JsonArray(List.of("+12025550101")))
                .put("accountNumbers", new JsonArray(List.of("C-1001")))
                .put(
                    "mailboxes",
                    new JsonArray(List.of("first@example.com", "first.customer@example.com"))));
  }

  @Test
  void anAddressThatTheIssuerDidNotVerifyIsLeftOut() throws Exception {
    server.bearer(provider.tokenFor(SandboxUser.SECOND).sign());

    assertThat(server.onlyEndUser().containsKey("customerIdentifiers")).isFalse();
    assertThat(server.onlyEndUser().getString("customerName")).isEqualTo("Zweite Kundin, Zürich");
  }

  @Test
  void aUserOfWhomOnlyTheIdIsKnownMayNameHimself() throws Exception {
    server.bearer(provider.tokenFor(SandboxUser.THIRD).sign(), "{\"userName\":\"Me\"}");

    assertThat(server.onlyEndUser().getString("customerId")).isEqualTo("user-3");
    assertThat(server.onlyEndUser().getString("customerName")).isEqualTo("Me");
    assertThat(server.onlyEndUser().getBoolean("verifiedCustomer")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"userId\":\"user-1\"}", "{\"verified\":false}", ""})
  void aBodyAddsNothingToTheProof(String body) throws Exception {
    HttpResponse<String> answer = server.bearer(provider.tokenFor("user-1").sign(), body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(server.onlyEndUser().getString("customerId")).isEqualTo("user-1");
    assertThat(server.onlyEndUser().getBoolean("verifiedCustomer")).isTrue();
  }

  @Test
  void aPostWithoutBodyAndTypeIsFine() throws Exception {
    var request =
        server
            .http()
            .request("POST", "/token")
            .header("authorization", "bearer  " + provider.tokenFor("user-2").sign());

    assertThat(server.http().send(request).statusCode()).isEqualTo(200);
    assertThat(server.onlyEndUser().getString("customerId")).isEqualTo("user-2");
  }

  @Test
  void identifiersOfTheBodyAreIgnored() throws Exception {
    server.bearer(
        provider.tokenFor(SandboxUser.THIRD).sign(),
        "{\"userIdentifiers\":{\"emailAddresses\":[\"someone@example.com\"]}}");

    assertThat(server.onlyEndUser().containsKey("customerIdentifiers")).isFalse();
  }

  @Test
  void anotherUserIdInTheBodyIsNotPermitted() throws Exception {
    var answer = server.bearer(provider.tokenFor("user-1").sign(), "{\"userId\":\"user-2\"}");

    assertThat(ProblemAnswer.of(answer, 403, "not-permitted").detail()).contains("userId");
    server.assertNothingMinted();
  }

  @Test
  void aBadTokenBehindATabIsNotPassedOver() throws Exception {
    var request = server.http().request("GET", "/token").header("authorization", "Bearer\tbad");

    ProblemAnswer problem = ProblemAnswer.of(server.http().send(request), 401, "not-authenticated");
    assertThat(problem.header("www-authenticate")).contains("invalid_token");
  }

  @Test
  void aRequestWithoutTokenIsTold() throws Exception {
    for (var answer :
        List.of(
            server.http().get("/token"),
            server.http().postToken("{}"),
            server.http().postToken("{\"userId\":\"user-1\"}"))) {
      ProblemAnswer problem = ProblemAnswer.of(answer, 401, "not-authenticated");
      assertThat(problem.header("www-authenticate")).isEqualTo("Bearer realm=\"axp-token-server\"");
    }
    server.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256", "ES256", "EdDSA"})
  void theUsualAlgorithmsAreAccepted(String algorithm) throws Exception {
    // The provider's RSA key is for RS256 alone, as its key set says.
    int expected = algorithm.equals("PS256") ? 401 : 200;
    var answer = server.bearer(provider.tokenFor("user-1").algorithm(algorithm).sign());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
  }

  @Test
  void aTokenThatWasVerifiedOnceIsRecognised() throws Exception {
    String token = provider.tokenFor("user-1").sign();

    for (int i = 0; i < 3; i++) {
      assertThat(server.bearer(token).statusCode()).isEqualTo(200);
    }
    assertThat(server.bearer(token, "{\"userId\":\"user-2\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void anIdTokenWithAnotherAudienceIsRefused() throws Exception {
    var answer = server.bearer(provider.idTokenFor(SandboxUser.FIRST).sign());

    ProblemAnswer problem = ProblemAnswer.of(answer, 401, "not-authenticated");
    assertThat(problem.detail()).contains("aud");
    assertThat(problem.header("www-authenticate")).contains("error=\"invalid_token\"");
  }
}
