package io.axptoken.server.settings;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.MetricsSettings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.config.TracingSettings;
import java.util.List;

/**
 * The whole configuration, valid in itself; made by {@code SettingsLoader}.
 *
 * @param chatSdkEndpoint whether {@code POST /v1/getJWT} is served
 * @param integrations at least one; the default one comes first, unless only named ones are served
 */
public record Settings(
    ServerSettings server,
    boolean chatSdkEndpoint,
    ManagementSettings management,
    List<IntegrationSettings> integrations,
    LoggingSettings logging,
    AuditSettings audit,
    MetricsSettings metrics,
    TracingSettings tracing)
    implements ServiceSettings {

  /** What logs and traces call the token server. */
  public static final String PROGRAM = "axp-token-server";

  /** Requires an integration. */
  public Settings {
    integrations = List.copyOf(integrations);
    if (integrations.isEmpty()) {
      throw new IllegalArgumentException("There must be an integration.");
    }
  }

  /** Settings with the default integration alone, and all that is optional as by default. */
  public Settings(
      ServerSettings server,
      boolean chatSdkEndpoint,
      ManagementSettings management,
      AxpSettings axp,
      IdentitySettings identity,
      LimitSettings limits,
      LoggingSettings logging,
      AuditSettings audit) {
    this(
        server,
        chatSdkEndpoint,
        management,
        List.of(
            new IntegrationSettings(
                IntegrationSettings.DEFAULT,
                axp,
                server.allowedOrigins(),
                identity,
                limits,
                TokenSettings.DEFAULT)),
        logging,
        audit,
        new MetricsSettings(true),
        TracingSettings.OFF);
  }

  /** The platform of the first integration. */
  public AxpSettings axp() {
    return integrations.getFirst().axp();
  }

  /** The identity of the first integration. */
  public IdentitySettings identity() {
    return integrations.getFirst().identity();
  }

  /** The limits of the first integration. */
  public LimitSettings limits() {
    return integrations.getFirst().limits();
  }
}
