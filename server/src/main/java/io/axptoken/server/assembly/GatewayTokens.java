package io.axptoken.server.assembly;

import io.axptoken.server.identity.jwt.LoadBalancerTokens;
import io.axptoken.server.identity.jwt.TokenRules;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.server.identity.jwt.keys.Delays;
import io.axptoken.server.identity.jwt.keys.IssuerKeys;
import io.axptoken.server.identity.jwt.keys.KeyFetch;
import io.axptoken.server.identity.jwt.keys.KeysById;
import io.axptoken.server.identity.jwt.keys.RemoteKeys;
import io.axptoken.server.identity.jwt.keys.WebDocuments;
import io.axptoken.server.settings.GatewaySettings;
import io.axptoken.service.time.Clocks;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Makes what verifies the tokens that gateways sign. */
final class GatewayTokens {
  private final Vertx vertx;
  private final Clocks clocks;
  private final Duration clockSkew;

  GatewayTokens(Vertx vertx, Clocks clocks, Duration clockSkew) {
    this.vertx = vertx;
    this.clocks = clocks;
    this.clockSkew = clockSkew;
  }

  /** Those of AWS application load balancers. */
  TokenVerifier loadBalancer(GatewaySettings gateway) {
    Set<String> issuers = gateway.issuer().isEmpty() ? Set.of() : Set.of(gateway.issuer());
    URI base = gateway.keysUrl() == null ? awsKeys(gateway.signers()) : gateway.keysUrl();
    return new TokenVerifier(
        vertx,
        rules(Set.of("ES256"), issuers, Set.of()),
        new LoadBalancerTokens(Set.copyOf(gateway.signers()), Set.copyOf(gateway.audience())),
        IssuerKeys.shared(
            new KeysById(base, new WebDocuments(vertx, null), vertx, clocks.ticker())),
        ClaimMappings.of(gateway.claims()),
        clocks);
  }

  /** Those of Cloudflare Access. */
  TokenVerifier cloudflare(GatewaySettings gateway) {
    String team = gateway.issuer();
    URI certificates =
        gateway.keysUrl() == null ? URI.create(team + "/cdn-cgi/access/certs") : gateway.keysUrl();
    KeyFetch fetch = KeyFetch.ofSet(certificates, new WebDocuments(vertx, null), vertx);
    RemoteKeys keys =
        new RemoteKeys(certificates.getHost(), fetch, List.of(), clocks, Delays.of(vertx));
    return new TokenVerifier(
        vertx,
        rules(Set.of("RS256", "ES256"), Set.of(team), Set.copyOf(gateway.audience())),
        IssuerKeys.shared(keys.start()),
        ClaimMappings.of(gateway.claims()),
        clocks);
  }

  private TokenRules rules(Set<String> algorithms, Set<String> issuers, Set<String> audiences) {
    return new TokenRules(algorithms, issuers, audiences, clockSkew, Set.of(), Set.of(), null);
  }

  /** The region is the fourth part of an ARN. */
  private static URI awsKeys(List<String> signers) {
    String region = signers.getFirst().split(":", -1)[3];
    return URI.create("https://public-keys.auth.elb." + region + ".amazonaws.com");
  }
}
