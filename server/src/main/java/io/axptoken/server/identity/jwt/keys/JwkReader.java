package io.axptoken.server.identity.jwt.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Web Keys (RFC 7517). Keys of a set that are not for checking signatures, of an unknown
 * kind, too weak, private or secret are passed over: they never check anything. Of a key nothing is
 * read but what it is and what it is for, so that odd certificates beside it cost nobody the key.
 */
final class JwkReader {
  /** The largest providers publish some dozens. */
  static final int MAX_KEYS = 500;

  /** What none but the holder of a private or secret key has (RFC 7518, 6.2.2, 6.3.2, 6.4.1). */
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final String NO_SET = "is no JWK set with a usable public key: ";

  private JwkReader() {}

  /**
   * The usable keys of a JWK set, or the one of a single JWK.
   *
   * @throws NoKeys if there are none; the reason goes on after whatever holds them, such as "the
   *     answer"
   */
  static List<VerificationKey> read(byte[] json) throws NoKeys {
    List<?> entries = entries(object(json));
    List<VerificationKey> keys = keys(entries);
    if (keys.isEmpty()) {
      throw new NoKeys(NO_SET + (entries.isEmpty() ? "it holds no keys" : unfit(entries.size())));
    }
    return keys;
  }

  private static Map<String, Object> object(byte[] json) throws NoKeys {
    try {
      return StrictJson.document(json);
    } catch (IOException _) {
      throw new NoKeys(NO_SET + "it is not one well-formed JSON object");
    }
  }

  private static String unfit(int keys) {
    return "none of its "
        + keys
        + " is a public key for signatures, of RSA with 2048 bits or more, P-256, P-384, P-521 or"
        + " Ed25519, with an alg of its kind or none";
  }

  private static List<?> entries(Map<String, Object> object) throws NoKeys {
    if (object.get("keys") instanceof List<?> set) {
      if (set.size() > MAX_KEYS) {
        throw new NoKeys("is a JWK set of " + set.size() + " keys, of more than " + MAX_KEYS);
      }
      return set;
    }
    return object.containsKey("kty") ? List.of(object) : List.of();
  }

  private static List<VerificationKey> keys(List<?> entries) {
    List<VerificationKey> keys = new ArrayList<>();
    for (Object entry : entries) {
      VerificationKey key = key(entry);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static @Nullable VerificationKey key(Object entry) {
    if (!(entry instanceof Map<?, ?> members) || !isForChecking(members)) {
      return null;
    }
    try {
      return key(members);
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | IllegalArgumentException
        | IllegalStateException _) {
      // Also what the library throws at odd numbers: one bad key must not cost the others.
      return null;
    }
  }

  private static @Nullable VerificationKey key(Map<?, ?> members)
      throws ParseException, JOSEException, GeneralSecurityException {
    PublicKey key = publicKey(members);
    Object kid = members.get("kid");
    Object only = members.get("alg");
    if (key == null || (kid != null && !(kid instanceof String))) {
      return null;
    }
    Set<String> algorithms = PublicKeys.algorithms(key);
    if (only != null) {
      algorithms = algorithms.contains(only) ? Set.of(only.toString()) : Set.of();
    }
    return algorithms.isEmpty() ? null : new VerificationKey((String) kid, algorithms, key);
  }

  /** By its {@code use} and {@code key_ops}, where there (RFC 7517, 4.2 and 4.3). */
  private static boolean isForChecking(Map<?, ?> members) {
    Object use = members.get("use");
    Object operations = members.get("key_ops");
    return members.keySet().stream().noneMatch(PRIVATE::contains)
        && (use == null || use.equals("sig"))
        && (operations == null
            || (operations instanceof List<?> several && several.contains("verify")));
  }

  private static @Nullable PublicKey publicKey(Map<?, ?> members)
      throws ParseException, JOSEException, GeneralSecurityException {
    Object kind = members.get("kty");
    return switch (kind instanceof String text ? text : "") {
      case "RSA" -> RSAKey.parse(only(members, "kty", "n", "e")).toRSAPublicKey();
      case "EC" -> ECKey.parse(only(members, "kty", "crv", "x", "y")).toECPublicKey();
      case "OKP" ->
          "Ed25519".equals(members.get("crv")) && members.get("x") instanceof String point
              ? ed25519(Base64.getUrlDecoder().decode(point))
              : null;
      default -> null;
    };
  }

  private static Map<String, Object> only(Map<?, ?> members, String... names) {
    Map<String, Object> some = new HashMap<>();
    for (String name : names) {
      Object value = members.get(name);
      if (value != null) {
        some.put(name, value);
      }
    }
    return some;
  }

  private static PublicKey ed25519(byte[] point) throws GeneralSecurityException {
    byte[] encoded = new byte[ED25519_PREFIX.length + point.length];
    System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
    System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, point.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
