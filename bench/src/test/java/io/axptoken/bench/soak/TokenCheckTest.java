package io.axptoken.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCheckTest {
  private KeyPair keys;
  private TokenCheck check;

  @BeforeEach
  void publishKeys() throws Exception {
    keys = newKeys();
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    check =
        TokenCheck.by(
            "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                    base64(key.getModulus().toByteArray()),
                    base64(key.getPublicExponent().toByteArray())));
  }

  @Test
  void aTokenOfThePlatformForTheUserIsRight() throws Exception {
    assertThat(check.isFor("u1", answer("u1", keys))).isTrue();
  }

  @Test
  void aTokenForSomebodyElseIsWrong() throws Exception {
    assertThat(check.isFor("u1", answer("u2", keys))).isFalse();
  }

  @Test
  void aTokenThatSomebodyElseSignedIsWrong() throws Exception {
    assertThat(check.isFor("u1", answer("u1", newKeys()))).isFalse();
  }

  @Test
  void whatIsNoTokenIsWrong() {
    assertThat(check.isFor("u1", "{\"jwtToken\":\"jwt.a.b\"}")).isFalse();
    assertThat(check.isFor("u1", "{}")).isFalse();
    assertThat(check.isFor("u1", "no JSON")).isFalse();
  }

  private static String answer(String user, KeyPair signer) throws Exception {
    String text = base64(bytes("{}")) + '.' + base64(bytes("{\"sub\":\"" + user + "\"}"));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(signer.getPrivate());
    signature.update(bytes(text));
    return "{\"jwtToken\":\"jwt." + text + '.' + base64(signature.sign()) + "\",\"n\":{}}";
  }

  private static KeyPair newKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
