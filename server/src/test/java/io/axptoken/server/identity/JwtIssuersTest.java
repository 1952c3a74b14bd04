package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several issuers, several spellings of one, and what is told of those that do not match. */
class JwtIssuersTest {
  private static AxpSandbox sandbox;
  private static AxpSandbox elsewhere;
  private static IdentityProvider shop;
  private static IdentityProvider bank;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    elsewhere = AxpSandbox.start();
    shop = sandbox.identityProvider();
    bank = elsewhere.identityProvider();
    shop.keys();
    bank.keys();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    elsewhere.close();
  }

  @Test
  void aKeyOfOneIssuerSignsForNoOther() throws Exception {
    try (ConfiguredServer server = server("[%s, %s]".formatted(shop.issuer(), bank.issuer()), "")) {
      assertThat(server.bearer(shop.tokenFor("user-1").sign()).statusCode()).isEqualTo(200);
      assertThat(server.bearer(bank.tokenFor("user-1").sign()).statusCode()).isEqualTo(200);

      assertRefused(server, shop.tokenFor("user-1").claim("iss", bank.issuer() + "").sign());
      assertRefused(server, bank.tokenFor("user-1").claim("iss", shop.issuer() + "").sign());
    }
  }

  @Test
  void aKeyWithoutANameOfOneIssuerSignsForNoOther() throws Exception {
    try (ConfiguredServer server = server("[%s, %s]".formatted(shop.issuer(), bank.issuer()), "")) {
      var draft = shop.tokenFor("user-1").claim("iss", bank.issuer().toString());

      assertRefused(server, draft.withoutHeader("kid").sign());
    }
  }

  @Test
  void theProviderThatIsDownKeepsNobodyOfTheOtherOut() throws Exception {
    try (RawServer down = RawServer.start(Script.answer(503, "{}"));
        ConfiguredServer server =
            server("[%s, %s]".formatted(shop.issuer(), down.uri("/realm")), "")) {
      assertThat(server.bearer(shop.tokenFor("user-1").sign()).statusCode()).isEqualTo(200);
      String lost = shop.tokenFor("user-1").claim("iss", down.uri("/realm").toString()).sign();

      ProblemAnswer.of(server.bearer(lost), 503, "identity-unavailable");
    }
  }

  @Test
  void spellingsOfOneIssuerShareTheKeysOfAnAddress() throws Exception {
    String keys = "jwksUri: " + shop.jwksUri();
    try (ConfiguredServer server =
        server("[%s, accounts.example.com]".formatted(shop.issuer()), keys)) {
      String other = shop.tokenFor("user-1").claim("iss", "accounts.example.com").sign();
      String third = shop.tokenFor("user-1").claim("iss", "accounts.example.org").sign();

      assertThat(server.bearer(shop.tokenFor("user-1").sign()).statusCode()).isEqualTo(200);
      assertThat(server.bearer(other).statusCode()).isEqualTo(200);
      assertRefused(server, third);
    }
  }

  @Test
  void aSlashTooManyIsToldTheOperatorWithBothValues(CapturedLogs logs) throws Exception {
    try (ConfiguredServer server = server(shop.issuer() + "/", "")) {
      assertThat(
              logs.awaitMessage(line ->
                  line.contains('"' + shop.issuer().toString() + '"')
                      && line.contains('"' + shop.issuer().toString() + "/\"")
                      && line.contains("differ in the slash at the end alone")
                      && line.contains("[integration=default]")))
          .isTrue();
      String token = shop.tokenFor("user-1").claim("iss", shop.issuer() + "/").sign();
      ProblemAnswer answer = ProblemAnswer.of(server.bearer(token), 503, "identity-unavailable");

      assertThat(answer.detail()).doesNotContain("slash", "127.0.0.1");
    }
  }

  @Test
  void tokensWithASlashTooManyAreToldTheOperatorOnce(CapturedLogs logs) throws Exception {
    try (ConfiguredServer server = server(shop.issuer().toString(), "jwksUri: " + shop.jwksUri())) {
      String token = shop.tokenFor("user-1").claim("iss", shop.issuer() + "/").sign();
      String evil = shop.tokenFor("user-1").claim("iss", "https://evil.example/").sign();

      assertRefused(server, evil);
      assertRefused(server, token);
      assertRefused(server, token);

      assertThat(logs.messages(Level.WARNING))
          .filteredOn(line -> line.contains("Tokens are refused whose issuer"))
          .singleElement()
          .asString()
          .contains('"' + shop.issuer().toString() + "/\"", "[integration=default]");
    }
  }

  @Test
  void aDocumentOfAnEndpointForAllTenantsIsToldAsThat(CapturedLogs logs) throws Exception {
    String document = "{\"issuer\":\"https://login.example.com/{tenantid}/v2.0\"}";
    try (RawServer common = RawServer.start(Script.answer(200, document));
        ConfiguredServer _ = server(common.uri("/common/v2.0").toString(), "")) {
      assertThat(
              logs.awaitMessage(line ->
                  line.contains("\"https://login.example.com/{tenantid}/v2.0\"")
                      && line.contains("stands for any tenant")
                      && line.contains("tenant's id")))
          .isTrue();
    }
  }

  @Test
  void aDocumentBehindAByteOrderMarkIsTaken() throws Exception {
    String document = "\uFEFF{\"issuer\":\"%s\",\"jwks_uri\":\"" + shop.jwksUri() + "\"}";
    var answer = new AtomicReference<>("");
    try (RawServer marked =
        RawServer.start(peer -> Script.answerThenClose(200, answer.get()).play(peer))) {
      String issuer = marked.uri("/realm").toString();
      answer.set(document.formatted(issuer));
      try (ConfiguredServer server = server(issuer, "")) {
        String token = shop.tokenFor("user-1").claim("iss", issuer).sign();

        assertThat(server.bearer(token).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void whatAProviderCallsItselfIsShownEscapedAndCut(CapturedLogs logs) throws Exception {
    String document =
        "{\"issuer\":\"https://evil\\n\\u001b[2J\\\"%s\"}".formatted("x".repeat(9_000));
    try (RawServer odd = RawServer.start(Script.answer(200, document));
        ConfiguredServer _ = server(odd.uri("/realm").toString(), "")) {
      assertThat(
              logs.awaitMessage(line ->
                  line.contains("https://evil\\u000a\\u001b[2J\\u0022xxx") && line.length() < 900))
          .isTrue();
    }
  }

  private static void assertRefused(ConfiguredServer server, String token) throws Exception {
    ProblemAnswer.of(server.bearer(token), 401, "not-authenticated");
  }

  private static ConfiguredServer server(String issuers, String more) {
    return ConfiguredServer.start(
        sandbox,
        """
        identity:
          modes: [jwt]
          jwt:
            issuer: %s
            audience: axp-token-server
            %s
        """
            .formatted(issuers, more));
  }
}
