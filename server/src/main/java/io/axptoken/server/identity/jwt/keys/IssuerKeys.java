package io.axptoken.server.identity.jwt.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys check whose tokens: keys that are named without an issuer are for every one of them,
 * keys that an issuer was asked for are for its tokens alone. Else one issuer could sign for
 * another.
 */
public final class IssuerKeys {
  private static final KeySource NONE = KeySource.fixed(List.of());

  private final Map<String, KeySource> own;
  private final KeySource others;

  private IssuerKeys(Map<String, KeySource> own, KeySource others) {
    this.own = Map.copyOf(own);
    this.others = others;
  }

  /** The same keys, whatever a token says. */
  public static IssuerKeys shared(KeySource keys) {
    return new IssuerKeys(Map.of(), keys);
  }

  /** To each issuer its own keys; for the tokens of others there are none. */
  public static IssuerKeys own(Map<String, KeySource> keys) {
    return new IssuerKeys(keys, NONE);
  }

  /** The keys for tokens of this issuer, by their {@code iss}. */
  public KeySource of(@Nullable String issuer) {
    return issuer == null ? others : own.getOrDefault(issuer, others);
  }

  /** All of them. */
  public Collection<KeySource> all() {
    return own.isEmpty() ? List.of(others) : own.values();
  }
}
