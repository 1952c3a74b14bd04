package io.axptoken.sandbox.fcm;

import static io.axptoken.sandbox.Endpoint.FCM_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OAuth host gives access tokens to the accounts that it issued, and to nobody else. */
@WithAxpSandbox
class GrantTest {
  private final AxpSandbox sandbox;
  private final Sender sender;

  GrantTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    sender = Sender.of(sandbox);
  }

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void theAccountsFileHasWhatServersRead() {
    JsonObject account = sender.account();

    assertThat(account.getString("type")).isEqualTo("service_account");
    assertThat(account.getString("project_id")).isEqualTo("sandbox-project");
    assertThat(account.getString("private_key")).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(account.getString("token_uri")).isEqualTo(sandbox.baseUri() + "/token");
    assertThat(sandbox.firebase().serviceAccount())
        .isEqualTo(sandbox.firebase().serviceAccount("sandbox-project"));
  }

  @Test
  void anAssertionOfTheAccountIsGoodForAnAccessToken() {
    HttpResponse<String> answer = sender.askGrant();

    JsonObject grant = new JsonObject(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(grant.getString("access_token")).isNotEmpty();
    assertThat(grant.getInteger("expires_in")).isEqualTo(3599);
    assertThat(grant.getString("token_type")).isEqualTo("Bearer");
  }

  @Test
  void theLifetimeCanBeAnotherAndIsToldTruthfully() {
    sandbox.firebase().grantLifetime(Duration.ofSeconds(90));

    assertThat(new JsonObject(sender.askGrant().body()).getInteger("expires_in")).isEqualTo(90);
  }

  @Test
  void anotherGrantTypeIsUnsupported() {
    assertRefused(
        sender.postForm("grant_type=client_credentials&assertion=x"), "unsupported_grant_type");
  }

  @Test
  void whatIsNoJwtIsNoGrant() {
    assertRefused(sender.askGrant("x"), "invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "a.b.c",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJIUzI1NiJ9.e30.x",
        "eyJhbGciOiJSUzI1NiJ9.W10.x",
        "eyJhbGciOiJSUzI1NiIsImNyaXQiOlsieCJdfQ.e30.x",
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjd9.x",
        "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOiJ4In0.x",
        "%00"
      })
  void whatAttackersWriteIsNoGrantEither(String assertion) {
    assertRefused(sender.askGrant(assertion), "invalid_grant");
  }

  @Test
  void anAccountThatWasNeverIssuedIsRefused() {
    assertClaimsRefused(claims -> claims.put("iss", "fcm@other-project.sandbox.axptoken.invalid"));
  }

  @Test
  void anotherAudienceIsRefused() {
    assertClaimsRefused(claims -> claims.put("aud", "https://oauth.invalid/token"));
  }

  @Test
  void anAssertionThatIsOverIsRefused() {
    assertClaimsRefused(claims -> claims.put("iat", now() - 4000).put("exp", now() - 400));
  }

  @Test
  void anAssertionOfTheFutureIsRefused() {
    assertClaimsRefused(claims -> claims.put("iat", now() + 900).put("exp", now() + 1800));
  }

  @Test
  void anAssertionForMoreThanAnHourIsRefused() {
    assertClaimsRefused(claims -> claims.put("exp", now() + 3700));
  }

  @Test
  void anAssertionWithoutTimesIsRefused() {
    assertClaimsRefused(claims -> {
      claims.remove("exp");
      return claims;
    });
  }

  @Test
  void anotherScopeIsInvalid() {
    String assertion = sender.sign(sender.header(), claims().put("scope", "openid"));

    assertRefused(sender.askGrant(assertion), "invalid_scope");
  }

  @Test
  void theKeyMustBeNamedAsTheAccountNamesIt() {
    String assertion = sender.sign(sender.header().put("kid", "another"), claims());

    assertRefused(sender.askGrant(assertion), "invalid_grant");
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() {
    try (Sender other = new Sender(sandbox, "other-project")) {
      assertRefused(sender.askGrant(other.sign(sender.header(), claims())), "invalid_grant");
    }
  }

  @Test
  void noOtherAlgorithmThanRs256IsTaken() {
    String assertion = sender.sign(sender.header().put("alg", "RS512"), claims());

    assertRefused(sender.askGrant(assertion), "invalid_grant");
  }

  @Test
  void afterANewKeyTheOneBeforeIsRefused() {
    sandbox.firebase().replaceKey(Firebase.PROJECT);

    assertRefused(sender.askGrant(), "invalid_grant");
    try (Sender renewed = Sender.of(sandbox)) {
      assertThat(renewed.askGrant().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theJournalKeepsTheCallButNoAssertion() {
    sender.askGrant();

    assertThat(sandbox.journal().calls(FCM_TOKEN))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.body()).endsWith("assertion=[REDACTED]");
          assertThat(call.status()).hasValue(200);
        });
  }

  @Test
  void itRefusesTheGrantOnDemand() {
    sandbox.faults().on(FCM_TOKEN).next(Fault.invalidGrant());

    assertRefused(sender.askGrant(), "invalid_grant");
    assertThat(sender.askGrant().statusCode()).isEqualTo(200);
  }

  private void assertClaimsRefused(UnaryOperator<JsonObject> spoiling) {
    String assertion = sender.sign(sender.header(), spoiling.apply(claims()));

    assertRefused(sender.askGrant(assertion), "invalid_grant");
  }

  private JsonObject claims() {
    return sender.claims(Instant.now());
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static void assertRefused(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo(error);
  }
}
