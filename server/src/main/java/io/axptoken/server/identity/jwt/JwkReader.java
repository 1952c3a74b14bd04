package io.axptoken.server.identity.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Web Keys (RFC 7517). Keys of a set that are not for checking signatures, of an unknown
 * kind, too weak, private or secret are passed over: they never check anything.
 */
final class JwkReader {
  private static final int MAX_KEYS = 100;

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private JwkReader() {}

  /** The usable keys of a JWK set, or the one of a single JWK. */
  static List<VerificationKey> read(byte[] json) throws IOException {
    Map<String, Object> object = StrictJson.object(json);
    if (!(object.get("keys") instanceof List<?> set)) {
      VerificationKey only = key(object);
      return only == null ? List.of() : List.of(only);
    }
    List<VerificationKey> keys = new ArrayList<>();
    for (Object entry : set.subList(0, Math.min(set.size(), MAX_KEYS))) {
      VerificationKey key = key(entry);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static @Nullable VerificationKey key(Object entry) {
    if (!(entry instanceof Map<?, ?> members)) {
      return null;
    }
    try {
      @SuppressWarnings("unchecked") // Strict JSON has texts as names.
      JWK jwk = JWK.parse((Map<String, Object>) members);
      return isForChecking(jwk) ? key(jwk) : null;
    } catch (ParseException | JOSEException | GeneralSecurityException | RuntimeException _) {
      // Also whatever the library throws at odd members: one bad key must not cost the others.
      return null;
    }
  }

  private static @Nullable VerificationKey key(JWK jwk)
      throws JOSEException, GeneralSecurityException {
    PublicKey key = publicKey(jwk);
    if (key == null) {
      return null;
    }
    Set<String> algorithms = PublicKeys.algorithms(key);
    if (jwk.getAlgorithm() != null) {
      String only = jwk.getAlgorithm().getName();
      algorithms = algorithms.contains(only) ? Set.of(only) : Set.of();
    }
    return algorithms.isEmpty() ? null : new VerificationKey(jwk.getKeyID(), algorithms, key);
  }

  private static boolean isForChecking(JWK jwk) {
    return !jwk.isPrivate()
        && (jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse()))
        && (jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY));
  }

  private static @Nullable PublicKey publicKey(JWK jwk)
      throws JOSEException, GeneralSecurityException {
    return switch (jwk) {
      case OctetKeyPair pair -> ed25519(pair.getDecodedX());
      case AsymmetricJWK asymmetric -> asymmetric.toPublicKey();
      default -> null;
    };
  }

  private static PublicKey ed25519(byte[] point) throws GeneralSecurityException {
    byte[] encoded = new byte[ED25519_PREFIX.length + point.length];
    System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
    System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, point.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
