package io.axptoken.server.assembly;

import io.axptoken.client.TokenPlatform;
import io.axptoken.server.edge.ClientSettings;
import io.axptoken.server.edge.Edge;
import io.axptoken.server.edge.EdgeOptions;
import io.axptoken.server.edge.Integration;
import io.axptoken.server.identity.jwt.RemoteKeys;
import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.issue.IntegrationLabel;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.server.observe.AccessLog;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.server.observe.trace.Tracing;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.time.Clocks;
import io.axptoken.service.time.Ticker;
import io.axptoken.service.tls.KeyMaterial;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The object graph, by hand and in the order a request travels, read from the bottom up. */
public final class Wiring {
  private static final Logger LOG = System.getLogger(Wiring.class.getName());

  private final Settings settings;
  private final Vertx vertx;
  private final Clock clock;
  private final TokenVerifiers verifiers;
  private final IntegrationLimits limits;
  private final Metrics metrics;
  private final Tracing tracing;

  Wiring(Settings settings, TrustedKeys trusted, LongLived lasting) {
    this(
        settings,
        lasting.vertx(),
        lasting.clock(),
        new TokenVerifiers(lasting.vertx(), new Clocks(lasting.clock(), Ticker.SYSTEM), trusted),
        new IntegrationLimits(),
        lasting.metrics(),
        lasting.tracing());
  }

  private Wiring(
      Settings settings,
      Vertx vertx,
      Clock clock,
      TokenVerifiers verifiers,
      IntegrationLimits limits,
      Metrics metrics,
      Tracing tracing) {
    this.settings = settings;
    this.vertx = vertx;
    this.clock = clock;
    this.verifiers = verifiers;
    this.limits = limits;
    this.metrics = metrics;
    this.tracing = tracing;
  }

  /** That of other settings, which takes over what need not begin anew. */
  Wiring next(Settings nextSettings, TrustedKeys trusted) {
    return new Wiring(
        nextSettings, vertx, clock, verifiers.next(trusted), limits.next(), metrics, tracing);
  }

  TokenVerifiers verifiers() {
    return verifiers;
  }

  /** What the listener shows to clients, or {@code null} for plain HTTP. */
  public @Nullable KeyMaterial keyMaterial(ServerSettings server) {
    if (!server.ssl()
        || server.sslCertificatePath() == null
        || server.sslPrivateKeyPath() == null) {
      return null;
    }
    KeyMaterial material =
        KeyMaterial.load(
            server.sslCertificatePath(), server.sslPrivateKeyPath(), server.sslPassPhrase(), clock);
    material.warnings(clock).forEach(warning -> LOG.log(Level.WARNING, warning));
    return material;
  }

  Platforms platforms(PlatformPlan plan) {
    return new Platforms(settings, plan, vertx, clock, metrics);
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
    return new AccessLog(settings.logging().access(), settings.audit());
  }

  Audit audit() {
    return new Audit(settings.audit(), Ticker.SYSTEM);
  }

  /** The integrations, in the order of the configuration. */
  List<Integration> integrations(Platforms platforms, FailureLog failures) {
    Clocks clocks = new Clocks(clock, Ticker.SYSTEM);
    TokenReuseWiring reuse = new TokenReuseWiring(settings, clocks);
    IdentityWiring identities = new IdentityWiring(verifiers, clocks);
    return settings.integrations().stream()
        .map(integration -> {
          TokenIssuer issuer =
              new TokenIssuer(
                  vertx,
                  platforms.of(integration),
                  failures,
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

  Edge edge(
      List<Integration> integrations,
      Audit audit,
      AccessLog access,
      Health health,
      Map<String, Handler<HttpServerRequest>> pages) {
    ServerSettings server = settings.server();
    EdgeOptions options =
        new EdgeOptions(
            server.host(),
            server.allowedOrigins(),
            server.trustedProxies(),
            settings.chatSdkEndpoint(),
            pages);
    return new Edge(options, integrations, audit, access, metrics, tracing, health);
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
