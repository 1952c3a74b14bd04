package io.axptoken.bench.scene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenSignerTest {
  @Test
  void es256TokensVerifyThoughTheyShareANonce() throws Exception {
    Es256Signer signer = new Es256Signer();
    for (int user = 0; user < 200; user++) {
      assertVerifies(signer, "SHA256withECDSAinP1363Format", signer.token(user));
    }
  }

  @Test
  void rs256TokensVerify() throws Exception {
    Rs256Signer signer = new Rs256Signer();
    assertVerifies(signer, "SHA256withRSA", signer.token(7));
  }

  @Test
  void eachUserHasATokenOfHisOwn() {
    Es256Signer signer = new Es256Signer();
    assertThat(signer.token(1)).isEqualTo(signer.token(1)).isNotEqualTo(signer.token(2));
    assertThat(
            new String(Base64.getUrlDecoder().decode(signer.token(2).split("\\.", -1)[1]), UTF_8))
        .contains("\"sub\":\"user-0000002\"");
  }

  private static void assertVerifies(TokenSigner signer, String algorithm, String token)
      throws Exception {
    int dot = token.lastIndexOf('.');
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(signer.publicKey());
    signature.update(token.substring(0, dot).getBytes(UTF_8));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))).isTrue();
  }
}
