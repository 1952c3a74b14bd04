package io.axptoken.server;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.server.config.AxpSettings;
import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.config.Settings;
import io.axptoken.server.observe.metrics.Metrics;
import io.axptoken.server.transport.VertxTransport;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The platforms of all integrations. Each has an access token, limits and a breaker of its own, but
 * those that are reached the same way share a transport: its connections and its event loops.
 */
final class Platforms {
  private final PlatformPlan plan;
  private final Vertx vertx;
  private final Clock clock;
  private final Metrics metrics;
  private final int connections;
  private final Map<Way, Transport> transports = new HashMap<>();
  private final Map<String, TokenPlatform> platforms = new HashMap<>();

  Platforms(Settings settings, PlatformPlan plan, Vertx vertx, Clock clock, Metrics metrics) {
    this.plan = plan;
    this.vertx = vertx;
    this.clock = clock;
    this.metrics = metrics;
    this.connections = ConnectionRoom.of(settings.integrations());
    for (IntegrationSettings integration : settings.integrations()) {
      PlatformConfig config = Objects.requireNonNull(plan.configs().get(integration.name()));
      platforms.put(integration.name(), watched(integration, config));
    }
  }

  /** What tells transports apart. */
  private record Way(Optional<Path> anchors, Optional<HttpProxy> proxy) {
    static Way of(AxpSettings axp) {
      return new Way(
          Optional.ofNullable(axp.caCertificatePath()), Optional.ofNullable(axp.httpProxy()));
    }
  }

  TokenPlatform of(IntegrationSettings integration) {
    return Objects.requireNonNull(platforms.get(integration.name()));
  }

  /** Ends them all, and their connections. */
  void close() {
    platforms.values().forEach(TokenPlatform::close);
    transports.values().forEach(Transport::close);
  }

  private TokenPlatform watched(IntegrationSettings integration, PlatformConfig config) {
    String name = integration.name();
    TokenPlatform platform =
        platform(integration.axp(), config.withListener(metrics.platform(name)));
    metrics.watch(name, platform::status);
    return platform;
  }

  private TokenPlatform platform(AxpSettings axp, PlatformConfig config) {
    Transport transport = transports.computeIfAbsent(Way.of(axp), this::transport);
    return switch (axp.platform()) {
      case AXP -> TokenPlatform.axp(config, transport, clock);
      case INFINITY -> TokenPlatform.infinity(config, transport, clock);
    };
  }

  private Transport transport(Way way) {
    return new VertxTransport(
        vertx,
        way.anchors().map(plan.anchors()::get).orElse(null),
        way.proxy().orElse(null),
        connections);
  }
}
