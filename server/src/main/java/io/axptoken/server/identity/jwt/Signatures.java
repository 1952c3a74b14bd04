package io.axptoken.server.identity.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.axptoken.server.identity.jwt.keys.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.SecretKey;

/** Checks signatures: with Nimbus JOSE + JWT, and Ed25519 with the JDK itself. */
final class Signatures {
  private Signatures() {}

  /** Whether the key made the token's signature; anything that is no signature did not. */
  static boolean verify(CompactToken token, String algorithm, VerificationKey key) {
    byte[] input = token.signingInput().getBytes(StandardCharsets.US_ASCII);
    try {
      if (key.key() instanceof EdECPublicKey edward) {
        return verifyEd25519(edward, input, token.signature());
      }
      JWSHeader header = new JWSHeader(JWSAlgorithm.parse(algorithm));
      return verifier(key.key()).verify(header, input, Base64URL.encode(token.signature()));
    } catch (JOSEException | GeneralSecurityException _) {
      return false;
    }
  }

  /** Whether a check takes so little time that an event loop can do it. */
  static boolean isQuick(String algorithm) {
    return algorithm.startsWith("HS");
  }

  private static JWSVerifier verifier(Key key) throws JOSEException {
    return switch (key) {
      case RSAPublicKey rsa -> new RSASSAVerifier(rsa);
      case ECPublicKey ec -> new ECDSAVerifier(ec);
      case SecretKey secret -> new MACVerifier(secret);
      default -> throw new JOSEException("a key of no known kind");
    };
  }

  private static boolean verifyEd25519(PublicKey key, byte[] input, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(input);
    return check.verify(signature);
  }
}
