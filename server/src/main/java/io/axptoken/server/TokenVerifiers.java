package io.axptoken.server;

import io.axptoken.client.Secret;
import io.axptoken.server.config.JwtSettings;
import io.axptoken.server.identity.jwt.Delays;
import io.axptoken.server.identity.jwt.Documents;
import io.axptoken.server.identity.jwt.FixedKeys;
import io.axptoken.server.identity.jwt.KeyFetch;
import io.axptoken.server.identity.jwt.KeySource;
import io.axptoken.server.identity.jwt.RemoteKeys;
import io.axptoken.server.identity.jwt.TokenRules;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.server.identity.jwt.UnusableKeys;
import io.axptoken.server.identity.jwt.VerificationKey;
import io.axptoken.server.identity.jwt.WebDocuments;
import io.axptoken.server.tls.KeyMaterialException;
import io.axptoken.server.tls.TrustAnchors;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes what verifies tokens. Integrations that say the same share one; those with the same keys
 * share these, so that a provider is asked once however many integrations trust it.
 */
final class TokenVerifiers {
  private final Vertx vertx;
  private final Clock clock;
  private final Map<JwtSettings, TokenVerifier> bearer = new HashMap<>();
  private final Map<Keys, KeySource> sources = new HashMap<>();
  private final List<RemoteKeys> remote = new ArrayList<>();
  private final GatewayWiring gateways;

  TokenVerifiers(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.gateways = new GatewayWiring(vertx, clock, remote);
  }

  /** All keys that are fetched from issuers. */
  List<RemoteKeys> remote() {
    return List.copyOf(remote);
  }

  /** What believes gateways. */
  GatewayWiring gateways() {
    return gateways;
  }

  /**
   * What verifies the bearer tokens of these settings.
   *
   * @throws KeyMaterialException if a file of theirs cannot be used
   */
  TokenVerifier bearer(JwtSettings settings) {
    return bearer.computeIfAbsent(settings, this::newBearer);
  }

  private TokenVerifier newBearer(JwtSettings jwt) {
    TokenRules rules =
        new TokenRules(
            Set.copyOf(jwt.algorithms()),
            jwt.issuer(),
            Set.copyOf(jwt.audience()),
            jwt.clockSkew(),
            Set.copyOf(jwt.authorizedParties()),
            Set.copyOf(jwt.scopes()),
            jwt.type());
    KeySource keys = sources.computeIfAbsent(Keys.of(jwt), _ -> keys(jwt));
    return new TokenVerifier(vertx, rules, keys, ClaimMappings.of(jwt.claims()), clock);
  }

  /** Where keys are from. */
  private record Keys(
      Optional<String> issuer,
      Optional<URI> jwksUri,
      Optional<Path> anchors,
      List<Path> files,
      List<Secret> secrets) {
    static Keys of(JwtSettings jwt) {
      return new Keys(
          jwt.usesDiscovery() ? Optional.of(jwt.issuer()) : Optional.empty(),
          Optional.ofNullable(jwt.jwksUri()),
          Optional.ofNullable(jwt.caCertificatePath()),
          jwt.publicKeyPaths(),
          jwt.secrets());
    }
  }

  private KeySource keys(JwtSettings jwt) {
    List<VerificationKey> fixed = fixedKeys(jwt);
    URI jwksUri = jwt.jwksUri();
    if (jwksUri != null) {
      KeyFetch set = KeyFetch.ofSet(jwksUri, documents(jwt.caCertificatePath()), vertx);
      return remote(jwksUri.getHost(), set, fixed);
    }
    if (jwt.usesDiscovery()) {
      KeyFetch found = KeyFetch.ofIssuer(jwt.issuer(), documents(jwt.caCertificatePath()), vertx);
      return remote(URI.create(jwt.issuer()).getHost(), found, fixed);
    }
    return KeySource.fixed(fixed);
  }

  private KeySource remote(String host, KeyFetch fetch, List<VerificationKey> fixed) {
    RemoteKeys keys = new RemoteKeys(host, fetch, fixed, clock, Delays.of(vertx));
    remote.add(keys);
    return keys.start();
  }

  private Documents documents(@Nullable Path anchors) {
    return new WebDocuments(vertx, anchors == null ? null : TrustAnchors.load(anchors));
  }

  private static List<VerificationKey> fixedKeys(JwtSettings jwt) {
    List<VerificationKey> keys = new ArrayList<>();
    try {
      jwt.publicKeyPaths().forEach(file -> keys.addAll(FixedKeys.ofFile(file)));
      jwt.secrets().forEach(secret -> keys.add(FixedKeys.ofSecret(secret)));
    } catch (UnusableKeys e) {
      throw new KeyMaterialException(String.valueOf(e.getMessage()));
    }
    return keys;
  }
}
