package io.axptoken.server;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformListener;
import io.axptoken.server.config.AxpSettings;
import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.config.Settings;
import io.axptoken.server.tls.TrustAnchors;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What it takes to reach the platforms of all integrations, made before anything runs: whatever is
 * wrong with it leaves nothing behind.
 *
 * @param configs by the names of the integrations
 * @param anchors by the files that they are from
 */
record PlatformPlan(Map<String, PlatformConfig> configs, Map<Path, TrustOptions> anchors) {

  /** Reads the trust anchors, each file once. */
  static PlatformPlan of(Settings settings) {
    Map<String, PlatformConfig> configs = new HashMap<>();
    Map<Path, TrustOptions> anchors = new HashMap<>();
    for (IntegrationSettings integration : settings.integrations()) {
      AxpSettings axp = integration.axp();
      configs.put(integration.name(), config(axp));
      if (axp.caCertificatePath() != null) {
        anchors.computeIfAbsent(axp.caCertificatePath(), TrustAnchors::load);
      }
    }
    return new PlatformPlan(configs, anchors);
  }

  private static PlatformConfig config(AxpSettings axp) {
    return new PlatformConfig(
        axp.baseUri(),
        axp.accountId(),
        axp.integrationId(),
        axp.clientId(),
        axp::clientSecret,
        axp.appKey().isEmpty() ? null : axp.appKey(),
        axp.authPath(),
        axp.jwtValidityInterval(),
        PlatformConfig.Deadlines.DEFAULT,
        axp.resilience(),
        PlatformListener.NONE);
  }
}
