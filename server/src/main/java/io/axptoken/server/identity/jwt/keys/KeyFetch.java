package io.axptoken.server.identity.jwt.keys;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** Fetches the keys of an issuer. Never blocks; keys are read on worker threads. */
@FunctionalInterface
public interface KeyFetch {
  /** The usable keys, at least one; the future fails with {@link NoKeys} if there are none. */
  Future<List<VerificationKey>> fetch();

  /** The keys of a JWK set. */
  static KeyFetch ofSet(URI jwksUri, Documents documents, Vertx vertx) {
    Workers workers = new Workers(vertx);
    return () -> documents.get(jwksUri).compose(json -> workers.run(() -> keys(json)));
  }

  /** The keys that an OpenID provider's configuration points at (OpenID Connect Discovery 1.0). */
  static KeyFetch ofIssuer(String issuer, Documents documents, Vertx vertx) {
    Workers workers = new Workers(vertx);
    URI configuration = URI.create(withoutSlash(issuer) + "/.well-known/openid-configuration");
    return () ->
        documents
            .get(configuration)
            .compose(json -> workers.run(() -> jwksUri(json, issuer)))
            .compose(jwksUri -> ofSet(jwksUri, documents, vertx).fetch());
  }

  private static List<VerificationKey> keys(byte[] json) throws NoKeys {
    try {
      return JwkReader.read(json);
    } catch (NoKeys none) {
      throw new NoKeys("the answer " + none.getMessage());
    }
  }

  private static URI jwksUri(byte[] json, String issuer) throws NoKeys {
    Map<String, Object> configuration;
    try {
      configuration = StrictJson.document(json);
    } catch (IOException _) {
      throw new NoKeys("the answer is no JSON object");
    }
    if (!issuer.equals(configuration.get("issuer"))) {
      throw new NoKeys(IssuerSpelling.mismatch(configuration.get("issuer"), issuer));
    }
    if (!(configuration.get("jwks_uri") instanceof String text)) {
      throw new NoKeys("its configuration has no jwks_uri");
    }
    return checked(text, issuer.startsWith("https:"));
  }

  private static URI checked(String text, boolean httpsOnly) throws NoKeys {
    try {
      URI uri = new URI(text);
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      if (uri.getHost() != null && (secure || !httpsOnly)) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Told below: it is no URI that keys can come from.
    }
    throw new NoKeys("its jwks_uri is no https URI");
  }

  private static String withoutSlash(String issuer) {
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }
}
