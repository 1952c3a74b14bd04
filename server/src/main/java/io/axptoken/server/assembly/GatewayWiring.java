package io.axptoken.server.assembly;

import io.axptoken.server.identity.GatewayHeaders;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.identity.jwt.ForwardedClaims;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.server.settings.GatewaySettings;
import io.axptoken.service.time.Clocks;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what believes a gateway; integrations that say the same share its keys. */
final class GatewayWiring {
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final GatewayTokens tokens;
  private final Clocks clocks;
  private final KeyUsers users = new KeyUsers();
  private final Map<GatewaySettings, TokenVerifier> verifiers = new LinkedHashMap<>();
  private final Map<GatewaySettings, TokenVerifier> before;

  /** Takes over what is the same in the generation before, if there is one. */
  GatewayWiring(Vertx vertx, Clocks clocks, @Nullable GatewayWiring before) {
    this.tokens = new GatewayTokens(vertx, clocks, CLOCK_SKEW);
    this.clocks = clocks;
    this.before = before == null ? Map.of() : Map.copyOf(before.verifiers);
  }

  /** Those that verify the tokens of gateways. */
  Collection<TokenVerifier> verifiers() {
    return verifiers.values();
  }

  /** Those of verifiers that are not in the other generation. */
  List<TokenVerifier> unlike(GatewayWiring other) {
    return verifiers.values().stream()
        .filter(verifier -> !other.verifiers.containsValue(verifier))
        .toList();
  }

  /** Those that begin with this generation. */
  List<TokenVerifier> begun() {
    return verifiers.values().stream().filter(verifier -> !before.containsValue(verifier)).toList();
  }

  /** Adds the mode of this integration. */
  void add(IdentityResolver.Builder modes, GatewaySettings gateway, String integration) {
    switch (gateway.preset()) {
      case HEADERS, OAUTH2_PROXY, AUTH_REQUEST -> modes.gateway(headers(gateway.headers()));
      case ALB ->
          modes.gateway("x-amzn-oidc-data", verifier(gateway, integration, tokens::loadBalancer));
      case CLOUDFLARE ->
          modes.gateway(
              "Cf-Access-Jwt-Assertion", verifier(gateway, integration, tokens::cloudflare));
      case ISTIO ->
          modes.gateway(
              gateway.payloadHeader(),
              new ForwardedClaims(ClaimMappings.of(gateway.claims()), CLOCK_SKEW, clocks.wall()));
    }
  }

  private TokenVerifier verifier(
      GatewaySettings gateway,
      String integration,
      Function<GatewaySettings, TokenVerifier> missing) {
    TokenVerifier known = before.get(gateway);
    TokenVerifier verifier =
        verifiers.computeIfAbsent(gateway, known == null ? missing : _ -> known);
    users.add(verifier, integration);
    return verifier;
  }

  private static GatewayHeaders headers(Map<String, String> headers) {
    Map<String, String> identifiers = new LinkedHashMap<>(headers);
    String userId = Objects.requireNonNull(identifiers.remove("userId"));
    String userName = identifiers.remove("userName");
    return new GatewayHeaders(userId, userName, Map.copyOf(identifiers));
  }
}
