package io.axptoken.server;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.Transport;
import io.axptoken.server.config.AxpSettings;
import io.axptoken.server.config.LimitSettings;
import io.axptoken.server.config.ServerSettings;
import io.axptoken.server.config.Settings;
import io.axptoken.server.edge.ClientSettings;
import io.axptoken.server.edge.Edge;
import io.axptoken.server.edge.EdgeOptions;
import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.issue.TokenIssuer;
import io.axptoken.server.limit.RateLimit;
import io.axptoken.server.limit.RateLimiter;
import io.axptoken.server.limit.RateLimits;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.observe.Health;
import io.axptoken.server.tls.KeyMaterial;
import io.axptoken.server.tls.TlsOptions;
import io.axptoken.server.tls.TrustAnchors;
import io.axptoken.server.transport.VertxTransport;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The object graph, by hand and in the order a request travels, read from the bottom up. */
final class Wiring {
  private static final Logger LOG = System.getLogger(Wiring.class.getName());

  private final Settings settings;
  private final Vertx vertx;
  private final Clock clock;
  private final TokenVerifiers verifiers;

  Wiring(Settings settings, Vertx vertx, Clock clock) {
    this.settings = settings;
    this.vertx = vertx;
    this.clock = clock;
    this.verifiers = new TokenVerifiers(vertx, clock);
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
    return TlsOptions.server(material);
  }

  /** Whom we trust as platform beside the system's trust anchors, or {@code null} for nobody. */
  static @Nullable TrustOptions platformTrust(Settings settings) {
    Path anchors = settings.axp().caCertificatePath();
    return anchors == null ? null : TrustAnchors.load(anchors);
  }

  Transport transport(@Nullable TrustOptions trust) {
    return new VertxTransport(vertx, trust);
  }

  /** The platform as the settings have it. */
  static PlatformConfig platformConfig(Settings settings) {
    AxpSettings axp = settings.axp();
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
        Resilience.DEFAULT);
  }

  TokenPlatform platform(PlatformConfig config, Transport transport) {
    return switch (settings.axp().platform()) {
      case AXP -> TokenPlatform.axp(config, transport, clock);
      case INFINITY -> TokenPlatform.infinity(config, transport, clock);
    };
  }

  FailureLog failureLog() {
    return new FailureLog(clock);
  }

  TokenIssuer issuer(TokenPlatform platform, FailureLog failures) {
    return new TokenIssuer(vertx, platform, failures);
  }

  Audit audit() {
    return new Audit(settings.audit(), clock);
  }

  Edge edge(
      TokenIssuer issuer,
      Audit audit,
      Health health,
      Map<String, Handler<HttpServerRequest>> pages) {
    return new Edge(
        edgeOptions(pages),
        IdentityWiring.resolver(settings.integrations().getFirst(), verifiers, clock),
        rateLimits(settings.limits()),
        issuer,
        audit,
        health::isDraining);
  }

  private EdgeOptions edgeOptions(Map<String, Handler<HttpServerRequest>> pages) {
    AxpSettings axp = settings.axp();
    ClientSettings client =
        new ClientSettings(
            axp.integrationId(),
            axp.hostName(),
            axp.fcmConnectorBaseUrl(),
            axp.configId(),
            axp.appKey(),
            axp.callingRemoteAddress());
    return new EdgeOptions(
        settings.server().host(),
        settings.server().allowedOrigins(),
        settings.server().trustedProxies(),
        settings.server().chatSdkEndpoint(),
        client,
        pages);
  }

  private static RateLimits rateLimits(LimitSettings limits) {
    return new RateLimits(
        rateLimiter(limits.perAddress(), limits.burst()),
        rateLimiter(limits.perUser(), limits.burst()));
  }

  private static RateLimiter rateLimiter(LimitSettings.Rate rate, int burst) {
    return new RateLimiter(
        new RateLimit(rate.requests(), rate.period(), burst), TimeMeter.SYSTEM_NANOTIME);
  }
}
