package io.axptoken.server.assembly;

import io.axptoken.client.PlatformConfig;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/**
 * What it takes to reach the platforms of all integrations, made before anything runs: whatever is
 * wrong with it leaves nothing behind.
 *
 * @param configs by the names of the integrations
 * @param secrets those that the configs ask for, in the same way
 * @param trusted what files say to trust
 */
public record PlatformPlan(
    Map<String, PlatformConfig> configs, Map<String, CurrentSecret> secrets, TrustedKeys trusted) {

  /**
   * Reads the files, each once.
   *
   * @throws io.axptoken.service.tls.KeyMaterialException if one cannot be used
   * @throws IllegalArgumentException if a platform cannot be like that
   */
  public static PlatformPlan of(Settings settings) {
    return of(settings, TrustedKeys.of(settings));
  }

  /** The same with files that were read. */
  public static PlatformPlan of(Settings settings, TrustedKeys trusted) {
    Map<String, PlatformConfig> configs = new HashMap<>();
    Map<String, CurrentSecret> secrets = new HashMap<>();
    for (IntegrationSettings integration : settings.integrations()) {
      CurrentSecret secret = new CurrentSecret(integration.axp().clientSecret());
      secrets.put(integration.name(), secret);
      configs.put(integration.name(), config(integration.axp(), secret));
    }
    return new PlatformPlan(configs, secrets, trusted);
  }

  private static PlatformConfig config(AxpSettings axp, CurrentSecret secret) {
    return PlatformConfig.builder()
        .baseUri(axp.baseUri())
        .accountId(axp.accountId())
        .integrationId(axp.integrationId())
        .clientId(axp.clientId())
        .clientSecret(secret.held())
        .appKey(axp.appKey().isEmpty() ? null : axp.appKey())
        .authPath(axp.authPath())
        .tokenLifetime(axp.jwtValidityInterval())
        .resilience(axp.resilience())
        .build();
  }
}
