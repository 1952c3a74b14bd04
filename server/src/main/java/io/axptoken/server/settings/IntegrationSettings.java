package io.axptoken.server.settings;

import io.axptoken.service.config.rules.ReadinessRule;
import java.util.List;

/**
 * What makes an integration: whose tokens it issues, and to which users.
 *
 * @param name its name in addresses and logs; {@link #DEFAULT} for the one at {@code /token}
 * @param axp its platform
 * @param allowedOrigins origins as a browser sends them, or the single entry {@code *}
 * @param identity how its end users are found out
 * @param limits how many token requests it accepts
 * @param tokens whether its tokens are handed out again
 */
public record IntegrationSettings(
    String name,
    AxpSettings axp,
    List<String> allowedOrigins,
    IdentitySettings identity,
    LimitSettings limits,
    TokenSettings tokens)
    implements ReadinessRule.Place {
  /** The name of the integration that the section {@code axp} describes. */
  public static final String DEFAULT = "default";

  /** Whether it is the one at {@code /token}. */
  public boolean isDefault() {
    return name.equals(DEFAULT);
  }

  /** The key of one of its settings, named as in the section that it may come from. */
  @Override
  public String key(String key) {
    return isDefault() ? key : IntegrationKeys.key(name, key);
  }
}
