package io.axptoken.server.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the settings of named integrations stand. */
public final class IntegrationKeys {
  /** The section that all of them stand in. */
  public static final String SECTION = "integrations";

  private static final String AXP = "axp.";
  private static final Set<String> REUSE = Set.of("tokens.reuse", "tokens.reuseWhileLeft");

  private IntegrationKeys() {}

  /**
   * Where a setting stands in an integration, or {@code null} if there is but one for all: those of
   * {@code axp} stand under their names alone.
   */
  public static @Nullable String place(String key) {
    if (key.startsWith(AXP)) {
      return key.substring(AXP.length());
    }
    if (key.equals("server.allowedOrigins")) {
      return "allowedOrigins";
    }
    return key.startsWith("identity.") || key.startsWith("limits.") || REUSE.contains(key)
        ? key
        : null;
  }

  /** The key of a setting of the integration of this name. */
  static String key(String integration, String key) {
    return SECTION + "." + integration + "." + place(key);
  }
}
