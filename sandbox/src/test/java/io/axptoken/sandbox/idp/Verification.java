package io.axptoken.sandbox.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.Base64;

/** How a relying party reads a token: by libraries that did not sign it. */
final class Verification {
  private Verification() {}

  /** Whether one of these keys, by its id, made the signature. */
  static boolean isSignedByOneOf(JWKSet keys, String token) {
    try {
      JWSObject jws = JWSObject.parse(token);
      JWK key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
      if (key instanceof OctetKeyPair edwards) {
        return isSigned(edwards, jws);
      }
      return key instanceof AsymmetricJWK known
          && jws.verify(
              new DefaultJWSVerifierFactory()
                  .createJWSVerifier(jws.getHeader(), known.toPublicKey()));
    } catch (ParseException | JOSEException | GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isSigned(OctetKeyPair key, JWSObject jws) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(publicKey(key.getX().decode()));
    signature.update(jws.getSigningInput());
    return signature.verify(jws.getSignature().decode());
  }

  /** RFC 8032, 5.1.2: y in little-endian order, and the sign of x in the last bit. */
  private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    byte[] y = new byte[encoded.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = encoded[y.length - 1 - i];
    }
    boolean odd = (y[0] & 0x80) != 0;
    y[0] &= 0x7f;
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
  }

  static JsonObject header(String token) {
    return part(token, 0);
  }

  static JsonObject claims(String token) {
    return part(token, 1);
  }

  private static JsonObject part(String token, int index) {
    return new JsonObject(
        Buffer.buffer(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index])));
  }
}
