package io.axptoken.server;

import io.axptoken.client.TokenPlatform;
import io.axptoken.server.command.Version;
import io.axptoken.server.config.AxpSettings;
import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.config.LimitSettings;
import io.axptoken.server.config.ServerSettings;
import io.axptoken.server.config.Settings;
import io.axptoken.server.edge.ClientSettings;
import io.axptoken.server.edge.Edge;
import io.axptoken.server.edge.EdgeOptions;
import io.axptoken.server.edge.Integration;
import io.axptoken.server.identity.jwt.RemoteKeys;
import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.issue.IntegrationLabel;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.server.limit.LimitBuckets;
import io.axptoken.server.limit.RateLimit;
import io.axptoken.server.limit.RateLimits;
import io.axptoken.server.observe.AccessLog;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.Health;
import io.axptoken.server.observe.HealthReport;
import io.axptoken.server.observe.ReloadHealth;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.server.tls.KeyMaterial;
import io.axptoken.server.tls.TlsOptions;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The object graph, by hand and in the order a request travels, read from the bottom up. */
final class Wiring {
  private static final Logger LOG = System.getLogger(Wiring.class.getName());

  private final Settings settings;
  private final Vertx vertx;
  private final Clock clock;
  private final TokenVerifiers verifiers;
  private final ReloadHealth reloads;
  private volatile @Nullable Instant certificateEnd;
  private final Metrics metrics;

  Wiring(Settings settings, Vertx vertx, Clock clock) {
    this.settings = settings;
    this.vertx = vertx;
    this.clock = clock;
    this.verifiers = new TokenVerifiers(vertx, clock);
    this.reloads = new ReloadHealth(clock);
    this.metrics = new Metrics(clock);
  }

  /** The listener's TLS, or {@code null} for plain HTTP. */
  @Nullable ServerSSLOptions tls() {
    ServerSettings server = settings.server();
    if (!server.ssl()
        || server.sslCertificatePath() == null
        || server.sslPrivateKeyPath() == null) {
      return null;
    }
    KeyMaterial material =
        KeyMaterial.load(
            server.sslCertificatePath(), server.sslPrivateKeyPath(), server.sslPassPhrase(), clock);
    material.warnings(clock).forEach(warning -> LOG.log(Level.WARNING, warning));
    certificateEnd = material.end();
    metrics.serverCertificate(material.end());
    return TlsOptions.server(material);
  }

  Metrics metrics() {
    return metrics;
  }

  Platforms platforms(PlatformPlan plan) {
    return new Platforms(settings, plan, vertx, clock, metrics);
  }

  /** Hears how reloads end. */
  ReloadHealth reloads() {
    return reloads;
  }

  /**
   * The state of all parts; to be made after the integrations.
   *
   * @param port that of the public listener, or 0 while it does not listen
   */
  HealthReport healthReport(Health health, Platforms platforms, IntSupplier port) {
    HealthReport report = new HealthReport(health, Version.current(), clock);
    boolean tls = settings.server().ssl();
    report.part("listener", () -> Parts.listener(tls, port.getAsInt()));
    if (tls) {
      report.part("certificate", () -> Parts.certificate(certificateEnd, clock.instant()));
    }
    report.part("reload", reloads::part);
    for (IntegrationSettings integration : settings.integrations()) {
      TokenPlatform platform = platforms.of(integration);
      report.part("integrations", integration.name(), () -> Parts.integration(platform.status()));
    }
    for (RemoteKeys keys : verifiers.remote()) {
      report.part("identityKeys", keys.name(), () -> Parts.keys(keys.status()));
    }
    return report;
  }

  FailureLog failureLog() {
    return new FailureLog(clock);
  }

  AccessLog accessLog() {
    return new AccessLog(settings.logging().access(), settings.audit());
  }

  Audit audit() {
    return new Audit(settings.audit(), clock);
  }

  /** The integrations, in the order of the configuration. */
  List<Integration> integrations(Platforms platforms, FailureLog failures) {
    LimitBuckets buckets = new LimitBuckets();
    Reuse reuse = new Reuse(settings, clock);
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
              IdentityWiring.resolver(integration, verifiers, clock),
              rateLimits(integration.limits(), buckets),
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
      Health health,
      Map<String, Handler<HttpServerRequest>> pages) {
    ServerSettings server = settings.server();
    EdgeOptions options =
        new EdgeOptions(
            server.host(),
            server.allowedOrigins(),
            server.trustedProxies(),
            server.chatSdkEndpoint(),
            pages);
    return new Edge(options, integrations, audit, accessLog(), metrics, health);
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

  private static RateLimits rateLimits(LimitSettings limits, LimitBuckets buckets) {
    return RateLimits.of(
        rateLimit(limits.perAddress(), limits.burst()),
        rateLimit(limits.perUser(), limits.burst()),
        TimeMeter.SYSTEM_NANOTIME,
        buckets);
  }

  private static RateLimit rateLimit(LimitSettings.Rate rate, int burst) {
    return new RateLimit(rate.requests(), rate.period(), burst);
  }
}
