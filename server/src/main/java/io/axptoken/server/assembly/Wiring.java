package io.axptoken.server.assembly;

import io.axptoken.client.TokenPlatform;
import io.axptoken.server.edge.ClientSettings;
import io.axptoken.server.edge.Edge;
import io.axptoken.server.edge.EdgeOptions;
import io.axptoken.server.edge.Integration;
import io.axptoken.server.identity.jwt.keys.RemoteKeys;
import io.axptoken.server.issue.IntegrationLabel;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.server.observe.IntegrationField;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.http.Surface;
import io.axptoken.service.observe.access.AccessLog;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.time.Clocks;
import io.axptoken.service.time.Ticker;
import java.util.List;

/** The object graph, by hand and in the order a request travels, read from the bottom up. */
final class Wiring {
  private final Settings settings;
  private final TokenParts parts;
  private final Clocks clocks;
  private final TokenVerifiers verifiers;
  private final IntegrationLimits limits;

  Wiring(Settings settings, TrustedKeys trusted, TokenParts parts) {
    this.settings = settings;
    this.parts = parts;
    this.clocks = new Clocks(parts.service().clock(), Ticker.SYSTEM);
    this.verifiers = new TokenVerifiers(parts.service().vertx(), clocks, trusted);
    this.limits = new IntegrationLimits();
  }

  private Wiring(Settings settings, TrustedKeys trusted, Wiring before) {
    this.settings = settings;
    this.parts = before.parts;
    this.clocks = before.clocks;
    this.verifiers = before.verifiers.next(trusted);
    this.limits = before.limits.next();
  }

  /** That of other settings, which takes over what need not begin anew. */
  Wiring next(Settings nextSettings, TrustedKeys trusted) {
    return new Wiring(nextSettings, trusted, this);
  }

  TokenVerifiers verifiers() {
    return verifiers;
  }

  Platforms platforms(PlatformPlan plan) {
    LongLived service = parts.service();
    return new Platforms(settings, plan, service.vertx(), service.clock(), parts.metrics());
  }

  /** Adds the state of all parts; those of integrations as they are now. */
  void describe(HealthReport report, Platforms platforms) {
    for (IntegrationSettings integration : settings.integrations()) {
      TokenPlatform platform = platforms.of(integration);
      report.part(
          "integrations", integration.name(), () -> HealthParts.integration(platform.status()));
    }
    for (RemoteKeys keys : verifiers.remote()) {
      report.part("identityKeys", keys.name(), () -> HealthParts.keys(keys.status()));
    }
  }

  AccessLog accessLog() {
    return new AccessLog(settings.logging().access(), settings.audit(), IntegrationField.NAMES);
  }

  Audit audit() {
    return new Audit(settings.audit(), Ticker.SYSTEM);
  }

  /** The integrations, in the order of the configuration. */
  List<Integration> integrations(Platforms platforms) {
    TokenReuseWiring reuse = new TokenReuseWiring(settings, clocks);
    IdentityWiring identities = new IdentityWiring(verifiers, clocks);
    return settings.integrations().stream()
        .map(integration -> {
          TokenIssuer issuer =
              new TokenIssuer(
                  parts.service().vertx(),
                  platforms.of(integration),
                  parts.failures(),
                  label(integration),
                  reuse.of(integration));
          return new Integration(
              integration.name(),
              integration.isDefault() ? "" : "/integrations/" + integration.name(),
              integration.allowedOrigins(),
              integration.key("server.allowedOrigins"),
              clientSettings(integration.axp()),
              identities.resolver(integration),
              limits.of(integration),
              issuer);
        })
        .toList();
  }

  private static IntegrationLabel label(IntegrationSettings integration) {
    boolean hasAppKey = integration.axp().platform() == AxpSettings.Platform.AXP;
    return new IntegrationLabel(integration.name(), hasAppKey, integration::key);
  }

  Surface surface(List<Integration> integrations, Audit audit, AccessLog access) {
    ServerSettings server = settings.server();
    EdgeOptions options =
        new EdgeOptions(
            server.host(),
            server.allowedOrigins(),
            server.trustedProxies(),
            settings.chatSdkEndpoint(),
            parts.pages());
    LongLived service = parts.service();
    return Edge.surface(
        options,
        integrations,
        audit,
        access,
        parts.metrics(),
        service.tracing(),
        service.health(),
        service.metrics().inFlight());
  }

  private static ClientSettings clientSettings(AxpSettings axp) {
    return new ClientSettings(
        axp.integrationId(),
        axp.hostName(),
        axp.fcmConnectorBaseUrl(),
        axp.configId(),
        axp.appKey(),
        axp.callingRemoteAddress());
  }
}
