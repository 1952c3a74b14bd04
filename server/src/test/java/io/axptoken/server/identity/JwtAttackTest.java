package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.axptoken.sandbox.idp.TokenDraft;
import io.axptoken.server.fixture.JwtAttacks;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The attacks on signatures, keys and headers of tokens that the literature knows, one line each.
 */
class JwtAttackTest extends JwtAttacks {
  @Test
  void theTokenThatAllAttacksVaryIsGood() throws Exception {
    assertThat(server.bearer(provider.tokenFor(USER).sign()).statusCode()).isEqualTo(200);
    assertThat(server.bearer(hmac(SECRET).sign()).statusCode()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> signatures() {
    return Stream.of(
        attack("alg none, empty signature", "not signed", t -> t.unsigned().sign()),
        attack("alg none, signature kept", "algorithm", t -> t.header("alg", "none").sign()),
        attack("alg NoNe", "algorithm", t -> t.header("alg", "NoNe").sign()),
        attack("alg missing", "algorithm", t -> t.withoutHeader("alg").sign()),
        attack("alg is no text", "not a text", t -> t.header("alg", List.of("RS256")).sign()),
        attack("signature cut off", "not signed", t -> withoutSignature(t.sign()) + "."),
        attack("signature missing with its dot", "three parts", t -> withoutSignature(t.sign())),
        attack(
            "signature of zeros (ES256)",
            "signature is not valid",
            t -> zeros(t.algorithm("ES256").sign(), 64)),
        attack(
            "signature of zeros (EdDSA)",
            "signature is not valid",
            t -> zeros(t.algorithm("EdDSA").sign(), 64)),
        attack(
            "signature of another token",
            "signature is not valid",
            t -> graft(t.sign(), t.claim("sub", "x").sign())),
        attack("one bit flipped", "signature is not valid", t -> flipped(t.sign())),
        attack(
            "trailing bits of the last character",
            "base64url",
            t -> respelled(t.algorithm("ES256").sign())),
        attack(
            "own key, no kid",
            "signature is not valid",
            t -> t.signedBy(mallorys.getPrivate(), "RS256").sign()),
        attack("own key, stolen kid", "signature is not valid", t -> stolenKid(t)),
        attack("algorithm that is not listed", "algorithm", t -> t.algorithm("RS512").sign()),
        attack("PS256 with the key for RS256", "algorithm", t -> t.algorithm("PS256").sign()),
        attack(
            "HS384, not listed",
            "algorithm",
            t -> t.signedBySecret(bytes(SECRET), "HS384").sign()));
  }

  @TestFactory
  Stream<DynamicTest> confusionOfPublicKeysWithSecrets() throws Exception {
    RSAKey rsa =
        (RSAKey)
            provider.keys().getKeys().stream()
                .filter(RSAKey.class::isInstance)
                .findFirst()
                .orElseThrow();
    byte[] der = rsa.toRSAPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, bytes("\n")).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    return Stream.of(
            Map.entry("DER", der),
            Map.entry("PEM", bytes(pem)),
            Map.entry("PEM without final newline", bytes(pem.strip())),
            Map.entry("modulus", rsa.getModulus().decode()),
            Map.entry("JWK", bytes(rsa.toJSONString())),
            Map.entry("JWK set", bytes(provider.keys().toString())),
            Map.entry("nothing", new byte[] {0}))
        .flatMap(secret ->
            Stream.of(
                attack(
                    secret.getKey() + " as HMAC secret",
                    "signature is not valid",
                    t -> t.signedBySecret(secret.getValue(), "HS256").sign()),
                attack(
                    secret.getKey() + " as HMAC secret, with the key's kid",
                    "signature is not valid",
                    t ->
                        t.signedBySecret(secret.getValue(), "HS256")
                            .header("kid", rsa.getKeyID())
                            .sign())));
  }

  @TestFactory
  Stream<DynamicTest> keysThatTheTokenBringsAlong() throws Exception {
    JWK own = new RSAKey.Builder((RSAPublicKey) mallorys.getPublic()).keyID("mallory").build();
    RawServer keys = RawServer.start(Script.answer(200, "{\"keys\":[" + own + "]}"));
    String url = keys.uri("/keys").toString();
    DynamicTest nobodyAsked =
        DynamicTest.dynamicTest(
            "and nobody fetched a key from there",
            () -> {
              assertThat(keys.connections()).isZero();
              keys.close();
            });
    return Stream.concat(
        Stream.of(
                Map.<String, Object>entry("jwk", own.toJSONObject()),
                Map.<String, Object>entry("jku", url),
                Map.<String, Object>entry("x5u", url),
                Map.<String, Object>entry("x5c", List.of("MIIB")),
                Map.<String, Object>entry("x5t#S256", "abc"))
            .map(parameter ->
                attack(
                    "key by " + parameter.getKey(),
                    "key that is not known",
                    t ->
                        t.signedBy(mallorys.getPrivate(), "RS256")
                            .header("kid", "mallory")
                            .header(parameter.getKey(), parameter.getValue())
                            .sign())),
        Stream.of(nobodyAsked));
  }

  @TestFactory
  Stream<DynamicTest> headers() {
    return Stream.of(
        attack("crit", "crit", t -> t.header("crit", List.of("exp")).header("exp", 1).sign()),
        attack("crit, empty", "crit", t -> t.header("crit", List.of()).sign()),
        attack(
            "b64 unencoded payload",
            "crit",
            t -> t.header("b64", false).header("crit", List.of("b64")).sign()),
        attack("compressed", "compressed", t -> t.header("zip", "DEF").sign()),
        attack("encrypted in five parts", "is encrypted", t -> "e30.a.b.c.d"),
        attack(
            "kid with a path",
            "key that is not known",
            t -> t.header("kid", "../../../../dev/null").sign()),
        attack(
            "kid with SQL",
            "key that is not known",
            t -> t.header("kid", "x' UNION SELECT 'key'--").sign()),
        attack(
            "kid with a command",
            "key that is not known",
            t -> t.header("kid", "|sleep 10").sign()),
        attack(
            "kid with a line break",
            "key that is not known",
            t -> t.header("kid", "a\r\nX-Injected: 1").sign()),
        attack("kid of another algorithm's key", "does not fit the key", t -> otherKid(t)),
        attack("kid is no text", "not a text", t -> t.header("kid", Map.of("a", 1)).sign()),
        attack("logout token", "another type", t -> t.header("typ", "logout+jwt").sign()),
        attack("DPoP proof", "another type", t -> t.header("typ", "dpop+jwt").sign()),
        attack("unknown type", "another type", t -> t.header("typ", "application/x+jwt").sign()),
        attack("header is an array", "well-formed", t -> part("[]") + rest(t.sign())),
        attack(
            "header with a member twice",
            "well-formed",
            t -> part("{\"alg\":\"RS256\",\"alg\":\"none\"}") + rest(t.sign())));
  }

  private static TokenDraft hmac(String secret) {
    return provider.tokenFor(USER).signedBySecret(bytes(secret), "HS256");
  }

  private static String stolenKid(TokenDraft token) {
    String kid = provider.keys().getKeys().getFirst().getKeyID();
    return token.signedBy(mallorys.getPrivate(), "RS256").header("kid", kid).sign();
  }

  private static String otherKid(TokenDraft token) {
    String kid =
        provider.keys().getKeys().stream()
            .filter(key -> !(key instanceof RSAKey))
            .map(JWK::getKeyID)
            .findFirst()
            .orElseThrow();
    return token.header("kid", kid).sign();
  }

  private static String zeros(String token, int bytes) {
    return withoutSignature(token)
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }

  private static String graft(String signed, String other) {
    return withoutSignature(other) + signed.substring(signed.lastIndexOf('.'));
  }

  private static String flipped(String token) {
    int at = token.lastIndexOf('.') + 10;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  /** Another text that lenient decoders read as the same signature. */
  private static String respelled(String token) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
  }
}
