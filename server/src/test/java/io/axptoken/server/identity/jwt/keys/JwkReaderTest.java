package io.axptoken.server.identity.jwt.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JSON Web Keys are used, and what of them is looked at. */
class JwkReaderTest {
  private static ECKey key;
  private static byte[] encoded;

  @BeforeAll
  static void makeKey() throws Exception {
    key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    encoded = key.toECPublicKey().getEncoded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x5c\":[\"no certificate\"]",
        "\"x5c\":\"text\"",
        "\"x5c\":[]",
        "\"x5t\":5",
        "\"x5t#S256\":{}",
        "\"x5u\":\"::\"",
        "\"nbf\":\"2026-01-01\"",
        "\"exp\":1",
        "\"iat\":[]",
        "\"key_ops\":[\"verify\",\"of my own\"]",
        "\"use\":\"sig\",\"key_ops\":[\"verify\",\"encrypt\"]",
        "\"issuer\":\"https://x.example\""
      })
  void whatIsOddBesideAGoodKeyIsNotLookedAt(String odd) throws Exception {
    assertThat(read(set(with(odd)))).singleElement().satisfies(JwkReaderTest::isTheKey);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"use\":\"enc\"",
        "\"use\":7",
        "\"key_ops\":[\"sign\"]",
        "\"key_ops\":\"verify\"",
        "\"alg\":\"ES384\"",
        "\"alg\":\"none\"",
        "\"alg\":[\"ES256\"]",
        "\"d\":\"AA\"",
        "\"k\":\"AA\""
      })
  void aKeyForAnotherPurposeIsPassedOverAndTheOthersStay(String purpose) throws Exception {
    String other = with(purpose).replace("\"k1\"", "\"k2\"");

    assertThat(read(set(other, with("\"use\":\"sig\""))))
        .singleElement()
        .satisfies(JwkReaderTest::isTheKey);
    assertThatThrownBy(() -> read(set(other)))
        .isInstanceOf(NoKeys.class)
        .hasMessageContaining("none of its 1 is a public key for signatures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "{}",
        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "{\"kty\":\"RSA\",\"n\":{},\"e\":[]}",
        "{\"kty\":\"RSA\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"*\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AA\"}",
        "{\"kty\":[\"EC\"]}"
      })
  void aBadKeyCostsTheOthersNothing(String bad) throws Exception {
    assertThat(read(set(bad, with("\"use\":\"sig\""), bad)))
        .singleElement()
        .satisfies(JwkReaderTest::isTheKey);
  }

  @Test
  void twoHundredKeysAreTakenAndFiveHundredAndOneAreNot() throws Exception {
    assertThat(read(set(times(200, publicKey())))).hasSize(200);

    String tooMany = set(times(501, "7"));
    assertThatThrownBy(() -> read(tooMany)).hasMessageContaining("501 keys");
  }

  @Test
  void aByteOrderMarkIsTaken() throws Exception {
    assertThat(read("\uFEFF" + publicKey())).hasSize(1);
  }

  @Test
  void whatIsNoSetIsToldApart() {
    assertThatThrownBy(() -> read("<html>"))
        .hasMessageContaining("not one well-formed JSON object");
    assertThatThrownBy(() -> read("{\"keys\":[]}")).hasMessageContaining("holds no keys");
    assertThatThrownBy(() -> read("{\"error\":1}")).hasMessageContaining("holds no keys");
  }

  private static void isTheKey(VerificationKey read) {
    assertThat(read.kid()).isEqualTo("k1");
    assertThat(read.algorithms()).isEqualTo(Set.of("ES256"));
    assertThat(read.key().getEncoded()).isEqualTo(encoded);
  }

  private static String publicKey() {
    return key.toPublicJWK().toJSONString();
  }

  private static String with(String members) {
    String bare = publicKey();
    return bare.substring(0, bare.length() - 1) + "," + members + "}";
  }

  private static String[] times(int count, String key) {
    return Collections.nCopies(count, key).toArray(String[]::new);
  }

  private static String set(String... keys) {
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }

  private static List<VerificationKey> read(String json) throws NoKeys {
    return JwkReader.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
