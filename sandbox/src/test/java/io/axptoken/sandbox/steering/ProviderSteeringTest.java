package io.axptoken.sandbox.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class ProviderSteeringTest {
  private final IdentityProvider provider;
  private final Caller caller;

  ProviderSteeringTest(AxpSandbox sandbox, IdentityProvider provider) {
    this.provider = provider;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void keysRotateOnDemand() {
    List<String> before = keyIds();

    HttpResponse<String> answer = caller.send("POST", "/sandbox/idp/keys/rotate", "");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(keyIds()).hasSize(6).endsWith(before.getFirst(), before.get(1), before.get(2));
  }

  @Test
  void aTokenIsMintedWithoutASignIn() throws ParseException {
    SignedJWT token = mint("{\"user\":\"user-1\"}");

    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("user-1");
    assertThat(claims.getIssuer()).isEqualTo(provider.issuer().toString());
    assertThat(claims.getAudience()).containsExactly("axp-token-server");
    assertThat(token.getHeader().getKeyID()).isEqualTo(keyIds().getFirst());
  }

  @Test
  void itSaysWhatItWasToldTo() throws ParseException {
    SignedJWT token =
        mint(
            """
            {"user":"user-1","algorithm":"ES256","expiresInSeconds":-60,"type":"JWT",
             "claims":{"iss":"https://issuer.example","email":null,"a":{"b":["c"]}}}
            """);

    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
    assertThat(claims.getIssuer()).isEqualTo("https://issuer.example");
    assertThat(claims.getClaim("email")).isNull();
    assertThat(claims.getJSONObjectClaim("a")).containsEntry("b", List.of("c"));
    assertThat(claims.getExpirationTime()).isBefore(claims.getIssueTime());
  }

  @Test
  void whatIsWrongIsListed() {
    HttpResponse<String> answer =
        caller.send(
            "POST",
            "/sandbox/idp/tokens",
            "{\"claims\":[],\"algorithm\":\"none\",\"expiresInSeconds\":1.5,\"type\":\"JWE\",\"sub\":\"x\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).getJsonArray("violations").stream())
        .extracting(each -> ((JsonObject) each).getString("field"))
        .containsExactly("user", "claims", "algorithm", "expiresInSeconds", "type", "sub");
  }

  @ParameterizedTest
  @ValueSource(strings = {"   ", "-", "?!", "\uD83D\uDE00"})
  void aUserIsCalledByALetterOrDigit(String user) {
    String body = new JsonObject().put("user", user).encode();

    HttpResponse<String> answer = caller.send("POST", "/sandbox/idp/tokens", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("must have a letter or a digit");
  }

  @Test
  void theDescriptionNamesTheIssuerAndTheUsers() {
    JsonObject told = Caller.json(caller.get("/sandbox")).getJsonObject("identityProvider");

    assertThat(told.getString("issuer")).isEqualTo(provider.issuer().toString());
    assertThat(told.getJsonArray("users")).contains("user-1", "user-2", "user-3");
  }

  private SignedJWT mint(String body) throws ParseException {
    HttpResponse<String> answer = caller.send("POST", "/sandbox/idp/tokens", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return SignedJWT.parse(Caller.json(answer).getString("token"));
  }

  private List<String> keyIds() {
    return provider.keys().getKeys().stream().map(JWK::getKeyID).toList();
  }
}
