package io.axptoken.server.settings.schema;

import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The signature algorithms that can be allowed; {@code none} is not among them. */
public final class JwtAlgorithms {
  private static final List<String> PUBLIC_KEY =
      List.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
          "Ed25519");
  private static final List<String> SECRET = List.of("HS256", "HS384", "HS512");
  private static final List<String> USUAL = List.of("RS256", "PS256", "ES256", "EdDSA");

  static final ValueType.One<String> TYPE = ValueType.of("one of " + names(), JwtAlgorithms::known);

  private JwtAlgorithms() {}

  /** Whether it works with a secret, and not with a public key. */
  public static boolean isForSecrets(String algorithm) {
    return SECRET.contains(algorithm);
  }

  /** How many bytes a secret for the algorithm must have: as many as its hash (RFC 7518, 3.2). */
  public static int minSecretBytes(String algorithm) {
    return Integer.parseInt(algorithm.substring(2)) / Byte.SIZE;
  }

  static List<String> orUsual(List<String> given, boolean onlySecrets, boolean someSecrets) {
    if (!given.isEmpty()) {
      return given;
    }
    List<String> usual = new ArrayList<>(onlySecrets ? List.of() : USUAL);
    if (someSecrets) {
      usual.add(SECRET.getFirst());
    }
    return List.copyOf(usual);
  }

  /** Whether the second ones accept nothing that the first ones do not. */
  static boolean areWithin(List<String> now, List<String> next) {
    return orUsual(now, false, true).containsAll(orUsual(next, false, true));
  }

  private static String known(String text) throws InvalidValue {
    if (PUBLIC_KEY.contains(text) || SECRET.contains(text)) {
      return text;
    }
    throw InvalidValue.of("must be one of " + names());
  }

  private static String names() {
    return String.join(", ", PUBLIC_KEY) + ", " + String.join(", ", SECRET);
  }
}
