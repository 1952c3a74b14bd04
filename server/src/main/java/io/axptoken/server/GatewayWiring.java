package io.axptoken.server;

import io.axptoken.server.config.GatewaySettings;
import io.axptoken.server.identity.GatewayHeaders;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.identity.jwt.ForwardedClaims;
import io.axptoken.server.identity.jwt.RemoteKeys;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes what believes a gateway; integrations that say the same share its keys. */
final class GatewayWiring {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final GatewayTokens tokens;
  private final Clock clock;
  private final Map<GatewaySettings, TokenVerifier> verifiers = new HashMap<>();

  /**
   * Makes what is asked for later.
   *
   * @param remote gets the keys that are fetched from issuers
   */
  GatewayWiring(Vertx vertx, Clock clock, List<RemoteKeys> remote) {
    this.tokens = new GatewayTokens(vertx, clock, CLOCK_SKEW, remote);
    this.clock = clock;
  }

  /** Adds the mode. */
  void add(IdentityResolver.Builder modes, GatewaySettings gateway) {
    switch (gateway.preset()) {
      case HEADERS, OAUTH2_PROXY, AUTH_REQUEST -> modes.gateway(headers(gateway.headers()));
      case ALB ->
          modes.gateway(
              "x-amzn-oidc-data", verifiers.computeIfAbsent(gateway, tokens::loadBalancer));
      case CLOUDFLARE ->
          modes.gateway(
              "Cf-Access-Jwt-Assertion", verifiers.computeIfAbsent(gateway, tokens::cloudflare));
      case ISTIO ->
          modes.gateway(
              gateway.payloadHeader(),
              new ForwardedClaims(ClaimMappings.of(gateway.claims()), CLOCK_SKEW, clock));
    }
  }

  private static GatewayHeaders headers(Map<String, String> headers) {
    Map<String, String> identifiers = new LinkedHashMap<>(headers);
    String userId = Objects.requireNonNull(identifiers.remove("userId"));
    String userName = identifiers.remove("userName");
    return new GatewayHeaders(userId, userName, Map.copyOf(identifiers));
  }
}
