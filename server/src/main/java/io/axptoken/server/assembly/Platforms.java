package io.axptoken.server.assembly;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.server.observe.TokenMetrics;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.transport.VertxTransport;
import io.axptoken.service.tls.TrustAnchors;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The platforms of all integrations. Each has an access token, limits and a breaker of its own, but
 * those that are reached the same way share a transport: its connections and its event loops. The
 * next generation keeps what did not change; it has no effect until it is put in force.
 */
final class Platforms {
  private final PlatformPlan plan;
  private final Vertx vertx;
  private final Clock clock;
  private final TokenMetrics metrics;
  private final int connections;
  private final Map<Way, Transport> transports = new HashMap<>();
  private final Map<String, PlatformMember> members = new HashMap<>();

  /* Of the generation before: not that itself, which would hold all those before it. */
  private final Map<Way, Transport> transportsBefore;
  private final Map<String, PlatformMember> membersBefore;

  Platforms(Settings settings, PlatformPlan plan, Vertx vertx, Clock clock, TokenMetrics metrics) {
    this(settings, plan, vertx, clock, metrics, null);
  }

  private Platforms(
      Settings settings,
      PlatformPlan plan,
      Vertx vertx,
      Clock clock,
      TokenMetrics metrics,
      @Nullable Platforms before) {
    this.plan = plan;
    this.vertx = vertx;
    this.clock = clock;
    this.metrics = metrics;
    this.transportsBefore = before == null ? Map.of() : Map.copyOf(before.transports);
    this.membersBefore = before == null ? Map.of() : Map.copyOf(before.members);
    this.connections = PoolSize.of(settings.integrations());
    for (IntegrationSettings integration : settings.integrations()) {
      members.put(integration.name(), member(integration));
    }
  }

  /**
   * What tells transports apart. Compared by hand: what a record makes of itself takes milliseconds
   * of the start.
   */
  private record Way(@Nullable TrustAnchors anchors, @Nullable HttpProxy proxy, int connections) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Way that
          && connections == that.connections
          && Objects.equals(anchors, that.anchors)
          && Objects.equals(proxy, that.proxy);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Objects.hashCode(anchors) + Objects.hashCode(proxy)) + connections;
    }
  }

  /** Those of other settings. */
  Platforms next(Settings settings, PlatformPlan nextPlan) {
    return new Platforms(settings, nextPlan, vertx, clock, metrics, this);
  }

  TokenPlatform of(IntegrationSettings integration) {
    return Objects.requireNonNull(members.get(integration.name())).platform();
  }

  /** Whether the integration's platform begins with this generation. */
  boolean isNew(String integration) {
    PlatformMember member = Objects.requireNonNull(members.get(integration));
    return !member.isSameAs(membersBefore.get(integration));
  }

  /** Has the members use the secrets and the transports of this generation. */
  void enforce() {
    members.forEach((name, member) -> {
      member.enforce();
      metrics.watch(name, member.platform()::status);
    });
  }

  /** Ends what the other generation does not have. */
  void closeUnless(Platforms other) {
    List<TokenPlatform> kept =
        other.members.values().stream().map(PlatformMember::platform).toList();
    members.values().stream()
        .map(PlatformMember::platform)
        .filter(platform -> !kept.contains(platform))
        .forEach(TokenPlatform::close);
    transports.values().stream()
        .filter(transport -> !other.transports.containsValue(transport))
        .forEach(Transport::close);
  }

  /** Ends them all, and their connections. */
  void close() {
    members.values().forEach(member -> member.platform().close());
    transports.values().forEach(Transport::close);
  }

  private PlatformMember member(IntegrationSettings integration) {
    AxpSettings axp = integration.axp();
    Way way =
        new Way(
            plan.trusted().anchorsOf(axp.caCertificatePath()).orElse(null),
            axp.httpProxy(),
            connections);
    Transport transport = transports.computeIfAbsent(way, this::transport);
    PlatformMember known = membersBefore.get(integration.name());
    if (known != null && known.fits(axp)) {
      return known.with(axp.clientSecret(), transport);
    }
    PlatformConfig config = Objects.requireNonNull(plan.configs().get(integration.name()));
    CurrentSecret secret = Objects.requireNonNull(plan.secrets().get(integration.name()));
    PlatformListener meters = metrics.platform(integration.name());
    return PlatformMember.of(axp, config, meters, secret, transport, clock);
  }

  private Transport transport(Way way) {
    Transport known = transportsBefore.get(way);
    return known != null
        ? known
        : new VertxTransport(
            vertx,
            way.anchors() == null ? null : way.anchors().options(),
            way.proxy(),
            connections);
  }
}
