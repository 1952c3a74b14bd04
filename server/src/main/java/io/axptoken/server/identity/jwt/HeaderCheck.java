package io.axptoken.server.identity.jwt;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a token's header to the rules. Keys that a header brings along or points at ({@code jwk},
 * {@code jku}, {@code x5u}, {@code x5c}) are not looked at by anything here.
 */
final class HeaderCheck {
  private static final String MEDIA_TYPE = "application/";

  /** Other kinds, such as logout tokens or DPoP proofs, are signed with the same keys. */
  private static final Set<String> USUAL_TYPES = Set.of("jwt", "at+jwt");

  private HeaderCheck() {}

  static void check(CompactToken token, TokenRules rules) throws BadToken {
    String algorithm = token.headerText("alg");
    if (algorithm == null || !rules.algorithms().contains(algorithm)) {
      throw new BadToken("The token's signature algorithm is not accepted here.");
    }
    if (token.header().containsKey("crit")) {
      throw new BadToken("The token demands extensions (crit), none of which is supported.");
    }
    if (token.header().containsKey("zip") || token.header().containsKey("enc")) {
      throw new BadToken("The token is compressed or encrypted; send one that is signed only.");
    }
    checkType(normalized(token.headerText("typ")), rules.type());
  }

  private static void checkType(@Nullable String type, @Nullable String expected) throws BadToken {
    boolean right =
        expected == null ? type == null || USUAL_TYPES.contains(type) : expected.equals(type);
    if (!right) {
      throw new BadToken("The token is of another type (typ) than this server accepts.");
    }
  }

  private static @Nullable String normalized(@Nullable String type) {
    if (type == null) {
      return null;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith(MEDIA_TYPE) ? lower.substring(MEDIA_TYPE.length()) : lower;
  }
}
