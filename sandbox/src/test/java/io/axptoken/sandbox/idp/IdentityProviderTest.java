package io.axptoken.sandbox.idp;

import static io.axptoken.sandbox.idp.Verification.claims;
import static io.axptoken.sandbox.idp.Verification.header;
import static io.axptoken.sandbox.idp.Verification.isSignedByOneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class IdentityProviderTest {
  private final AxpSandbox sandbox;
  private final IdentityProvider provider;
  private final App app;

  IdentityProviderTest(AxpSandbox sandbox, IdentityProvider provider) {
    this.sandbox = sandbox;
    this.provider = provider;
    app = new App(sandbox);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void theDiscoveryDocumentStandsBelowTheIssuerAndNamesIt() {
    JsonObject document = App.json(app.get("/.well-known/openid-configuration"));

    assertThat(provider.issuer()).isEqualTo(sandbox.baseUri().resolve("/sandbox/idp"));
    assertThat(document.getString("issuer")).isEqualTo(provider.issuer().toString());
    assertThat(document.getString("jwks_uri")).isEqualTo(provider.jwksUri().toString());
    assertThat(document.getString("authorization_endpoint"))
        .isEqualTo(provider.issuer() + "/authorize");
    assertThat(document.getJsonArray("code_challenge_methods_supported"))
        .isEqualTo(JsonArray.of("S256"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS512", "PS256", "ES256", "EdDSA"})
  void aTokenIsSignedByAPublishedKeyOfEachKind(String algorithm) throws ParseException {
    String token = provider.tokenFor(SandboxUser.FIRST).algorithm(algorithm).sign();

    assertThat(header(token).getString("alg")).isEqualTo(algorithm);
    assertThat(isSignedByOneOf(published(), token)).isTrue();
  }

  @Test
  void onlyPublicPartsOfKeysArePublished() throws ParseException {
    assertThat(published().getKeys())
        .extracting(key -> key.getAlgorithm().getName())
        .startsWith("RS256", "ES256", "EdDSA");
    assertThat(published().getKeys()).noneMatch(JWK::isPrivate);
  }

  @Test
  void anAccessTokenSaysWhoItIsForAndAllAboutTheUser() {
    String token = provider.tokenFor(SandboxUser.FIRST).sign();

    JsonObject claims = claims(token);
    assertThat(header(token).getString("typ")).isEqualTo("at+jwt");
    assertThat(claims.getString("iss")).isEqualTo(provider.issuer().toString());
    assertThat(claims.getString("aud")).isEqualTo("axp-token-server");
    assertThat(claims.getString("sub")).isEqualTo("user-1");
    assertThat(claims.getString("email")).isEqualTo("first.customer@example.com");
    assertThat(claims.getString("phone_number")).isEqualTo("+12025550101");
    assertThat(claims.getJsonObject("crm").getJsonObject("customer").getString("number"))
        .isEqualTo("C-1001");
    assertThat(claims.getJsonArray("groups")).isEqualTo(JsonArray.of("chat", "calling"));
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
  }

  @Test
  void aUserMayHaveAnyNameAndClaims() {
    JsonObject claims =
        claims(provider.tokenFor(SandboxUser.named("Eine Kundin").with("tier", 3)).sign());

    assertThat(claims.getString("sub")).isEqualTo("eine-kundin");
    assertThat(claims.getString("name")).isEqualTo("Eine Kundin");
    assertThat(claims.getInteger("tier")).isEqualTo(3);
  }

  @Test
  void afterARotationNewKeysSignAndTheOldOnesAreStillPublished() throws ParseException {
    String old = provider.tokenFor("user-1").sign();

    provider.rotateKeys();

    String fresh = provider.tokenFor("user-1").sign();
    assertThat(header(fresh).getString("kid")).isNotEqualTo(header(old).getString("kid"));
    assertThat(isSignedByOneOf(published(), fresh)).isTrue();
    assertThat(isSignedByOneOf(published(), old)).isTrue();
  }

  @Test
  void afterTwoRotationsTheFirstKeysAreGone() throws ParseException {
    String old = provider.tokenFor("user-1").sign();

    provider.rotateKeys();
    provider.rotateKeys();

    assertThat(isSignedByOneOf(published(), old)).isFalse();
  }

  @Test
  void aTestMayWriteWhateverItWants() {
    String token =
        provider
            .tokenFor("user-1")
            .claim("iss", "https://issuer.example")
            .claim("nbf", Instant.ofEpochSecond(1_000_000))
            .without("aud")
            .expiresIn(Duration.ofMinutes(-1))
            .header("kid", "../../dev/null")
            .header("jku", "https://keys.example")
            .sign();

    assertThat(claims(token).getString("iss")).isEqualTo("https://issuer.example");
    assertThat(claims(token).getLong("nbf")).isEqualTo(1_000_000);
    assertThat(claims(token).containsKey("aud")).isFalse();
    assertThat(claims(token).getLong("exp")).isLessThan(claims(token).getLong("iat"));
    assertThat(header(token).getString("kid")).isEqualTo("../../dev/null");
    assertThat(header(token).getString("jku")).isEqualTo("https://keys.example");
  }

  @Test
  void aPayloadNeedsNoSense() {
    String twice = "{\"sub\":\"a\",\"sub\":\"b\"}";

    String token = provider.tokenFor("user-1").payload(twice).sign();

    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(twice.getBytes(StandardCharsets.UTF_8));
    assertThat(token).contains("." + encoded + ".");
  }

  @Test
  void foreignKeysSecretsAndNobodyMaySign() throws GeneralSecurityException, ParseException {
    PrivateKey foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    byte[] secret = "a-s3cr3t".getBytes(StandardCharsets.UTF_8);

    String byForeign = provider.tokenFor("user-1").signedBy(foreign, "EdDSA").sign();
    String bySecret = provider.tokenFor("user-1").signedBySecret(secret, "HS256").sign();
    String unsigned = provider.tokenFor("user-1").unsigned().sign();

    assertThat(header(byForeign).containsKey("kid")).isFalse();
    assertThat(header(bySecret).getString("alg")).isEqualTo("HS256");
    assertThat(header(unsigned).getString("alg")).isEqualTo("none");
    assertThat(unsigned).endsWith(".");
    String posing =
        provider
            .tokenFor("user-1")
            .signedBy(foreign, "EdDSA")
            .header("kid", published().getKeys().getLast().getKeyID())
            .sign();
    assertThat(isSignedByOneOf(published(), posing)).isFalse();
  }

  @Test
  void aKeyThatDoesNotFitIsToldAtOnce() throws GeneralSecurityException {
    TokenDraft draft = provider.tokenFor("user-1");
    PrivateKey edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

    assertThatIllegalArgumentException().isThrownBy(() -> draft.algorithm("ES512"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider.tokenFor("user-1").signedBy(edwards, "RS256").sign());
  }

  @Test
  void theJournalCountsWhoFetchesTheDocuments() {
    app.get("/.well-known/openid-configuration");
    app.get("/jwks.json");
    app.get("/jwks.json");

    assertThat(sandbox.journal().count(Endpoint.IDP_DISCOVERY)).isEqualTo(1);
    assertThat(sandbox.journal().count(Endpoint.IDP_KEYS)).isEqualTo(2);
  }

  @Test
  void theKeysCanBeOutOfReach() {
    sandbox.faults().on(Endpoint.IDP_KEYS).next(Fault.status(503));

    assertThat(app.get("/jwks.json").statusCode()).isEqualTo(503);
    assertThat(app.get("/jwks.json").statusCode()).isEqualTo(200);
  }

  @Test
  void troubleOfThePlatformIsNotTheProviders() {
    sandbox.faults().onAll().always(Fault.status(503));

    assertThat(app.get("/jwks.json").statusCode()).isEqualTo(200);
  }

  private JWKSet published() throws ParseException {
    return JWKSet.parse(app.get("/jwks.json").body());
  }
}
