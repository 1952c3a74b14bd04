package io.axptoken.server.identity.jwt.keys;

import com.nimbusds.jose.jwk.Curve;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/** Which algorithms (RFC 7518, 8037, 9864) a public key can be used with. */
final class PublicKeys {
  /** RFC 7518, 3.3. */
  private static final int MIN_RSA_BITS = 2048;

  private static final Set<String> RSA =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

  private PublicKeys() {}

  /** The algorithms; none for keys that are too weak or of a kind that is not supported. */
  static Set<String> algorithms(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= MIN_RSA_BITS ? RSA : Set.of();
      case ECPublicKey ec -> ellipticCurve(Curve.forECParameterSpec(ec.getParams()));
      case EdECPublicKey edward ->
          edward.getParams().getName().equals(NamedParameterSpec.ED25519.getName())
              ? Set.of("EdDSA", "Ed25519")
              : Set.of();
      default -> Set.of();
    };
  }

  private static Set<String> ellipticCurve(Curve curve) {
    if (Curve.P_256.equals(curve)) {
      return Set.of("ES256");
    }
    if (Curve.P_384.equals(curve)) {
      return Set.of("ES384");
    }
    return Curve.P_521.equals(curve) ? Set.of("ES512") : Set.of();
  }
}
