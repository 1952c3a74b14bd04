package io.axptoken.server.assembly;

import io.axptoken.server.identity.jwt.TokenRules;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.server.identity.jwt.keys.Delays;
import io.axptoken.server.identity.jwt.keys.Documents;
import io.axptoken.server.identity.jwt.keys.IssuerKeys;
import io.axptoken.server.identity.jwt.keys.KeyFetch;
import io.axptoken.server.identity.jwt.keys.KeySource;
import io.axptoken.server.identity.jwt.keys.RemoteKeys;
import io.axptoken.server.identity.jwt.keys.WebDocuments;
import io.axptoken.server.settings.JwtSettings;
import io.axptoken.service.time.Clocks;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TrustAnchors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes what verifies tokens. Integrations that say the same share one; those with the same keys
 * share these, so that a provider is asked once however many integrations trust it. The next
 * generation takes over whatever has the same rules and the same keys, with what it remembers.
 */
final class TokenVerifiers {
  private final Vertx vertx;
  private final Clocks clocks;
  private final TrustedKeys trusted;

  /* Of the generation before: not that itself, which would hold all those before it. */
  private final Map<JwtSettings, TokenVerifier> bearerBefore;
  private final Map<KeyOrigin, KeySource> sourcesBefore;
  private final Map<JwtSettings, TokenVerifier> bearer = new HashMap<>();
  private final Map<KeyOrigin, KeySource> sources = new LinkedHashMap<>();
  private final KeyUsers users = new KeyUsers();
  private final GatewayWiring gateways;

  TokenVerifiers(Vertx vertx, Clocks clocks, TrustedKeys trusted) {
    this(vertx, clocks, trusted, null);
  }

  private TokenVerifiers(
      Vertx vertx, Clocks clocks, TrustedKeys trusted, @Nullable TokenVerifiers before) {
    this.vertx = vertx;
    this.clocks = clocks;
    this.trusted = trusted;
    this.bearerBefore = before == null ? Map.of() : Map.copyOf(before.bearer);
    this.sourcesBefore = before == null ? Map.of() : Map.copyOf(before.sources);
    this.gateways = new GatewayWiring(vertx, clocks, before == null ? null : before.gateways);
  }

  /** Those of other settings or keys. */
  TokenVerifiers next(TrustedKeys nextTrusted) {
    return new TokenVerifiers(vertx, clocks, nextTrusted, this);
  }

  /** All keys that are fetched from issuers. */
  List<RemoteKeys> remote() {
    return Stream.concat(
            sources.values().stream(),
            gateways.verifiers().stream().flatMap(verifier -> verifier.sources().stream()))
        .filter(RemoteKeys.class::isInstance)
        .map(RemoteKeys.class::cast)
        .toList();
  }

  /** What believes gateways. */
  GatewayWiring gateways() {
    return gateways;
  }

  /**
   * What verifies the bearer tokens of these settings, for this integration.
   *
   * @throws KeyMaterialException if a secret of theirs cannot be used
   */
  TokenVerifier bearer(JwtSettings settings, String integration) {
    TokenVerifier verifier = bearer.computeIfAbsent(settings, this::newBearer);
    users.add(verifier, integration);
    return verifier;
  }

  /** Ends when the keys that this generation begins to fetch are there, or cannot be fetched. */
  Future<?> ready() {
    List<Future<?>> fetched = new ArrayList<>();
    sources.values().stream()
        .filter(source -> !sourcesBefore.containsValue(source))
        .forEach(source -> fetched.add(source.lookAgain(null)));
    gateways.begun().forEach(verifier -> fetched.add(verifier.ready()));
    return Future.join(fetched);
  }

  /** Has everything that the other generation does not use fetch no more keys. */
  void closeUnless(TokenVerifiers other) {
    sources.values().stream()
        .filter(source -> !other.sources.containsValue(source))
        .forEach(KeySource::close);
    gateways.unlike(other.gateways).forEach(TokenVerifier::close);
  }

  private TokenVerifier newBearer(JwtSettings jwt) {
    IssuerKeys keys = keys(jwt);
    TokenVerifier known = bearerBefore.get(jwt);
    if (known != null && Set.copyOf(known.sources()).equals(Set.copyOf(keys.all()))) {
      return known;
    }
    TokenRules rules =
        new TokenRules(
            Set.copyOf(jwt.algorithms()),
            Set.copyOf(jwt.issuers()),
            Set.copyOf(jwt.audience()),
            jwt.clockSkew(),
            Set.copyOf(jwt.authorizedParties()),
            Set.copyOf(jwt.scopes()),
            jwt.type());
    return new TokenVerifier(vertx, rules, keys, ClaimMappings.of(jwt.claims()), clocks);
  }

  /** Keys that an issuer was asked for must not check what another issuer signed. */
  private IssuerKeys keys(JwtSettings jwt) {
    if (!jwt.usesDiscovery()) {
      return IssuerKeys.shared(known(KeyOrigin.of(jwt, trusted)));
    }
    Map<String, KeySource> own = new HashMap<>();
    for (String issuer : jwt.issuers()) {
      own.put(issuer, known(KeyOrigin.ofIssuer(issuer, jwt, trusted)));
    }
    return IssuerKeys.own(own);
  }

  private KeySource known(KeyOrigin origin) {
    return sources.computeIfAbsent(origin, this::source);
  }

  private KeySource source(KeyOrigin origin) {
    KeySource known = sourcesBefore.get(origin);
    return known == null ? newSource(origin) : known;
  }

  private KeySource newSource(KeyOrigin origin) {
    URI jwksUri = origin.jwksUri().orElse(null);
    if (jwksUri != null) {
      return remote(jwksUri.getHost(), KeyFetch.ofSet(jwksUri, documents(origin), vertx), origin);
    }
    String issuer = origin.issuer().orElse(null);
    if (issuer != null) {
      KeyFetch found = KeyFetch.ofIssuer(issuer, documents(origin), vertx);
      return remote(URI.create(issuer).getHost(), found, origin);
    }
    return KeySource.fixed(origin.fixed());
  }

  private KeySource remote(String host, KeyFetch fetch, KeyOrigin origin) {
    return new RemoteKeys(host, fetch, origin.fixed(), clocks, Delays.of(vertx)).start();
  }

  private Documents documents(KeyOrigin origin) {
    return new WebDocuments(vertx, origin.anchors().map(TrustAnchors::options).orElse(null));
  }
}
