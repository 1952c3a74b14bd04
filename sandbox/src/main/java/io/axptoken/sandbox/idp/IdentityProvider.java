package io.axptoken.sandbox.idp;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The sandbox's OpenID Connect provider: tokens for made-up users, over HTTP by the authorization
 * code flow with PKCE, and directly for tests. Its keys are made on first use and are its own. May
 * be used from any thread but an event loop's.
 */
public final class IdentityProvider {
  /** Where its pages and documents are, below the sandbox's address. */
  public static final String PATH = "/sandbox/idp";

  /** Whom its access tokens are meant for unless the client names a {@code resource}. */
  public static final String AUDIENCE = "axp-token-server";

  /** The client that tokens made directly were issued to. */
  public static final String CLIENT_ID = "sandbox-app";

  /** How long its tokens are valid. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private final ProviderKeys keys = new ProviderKeys();
  private final InstantSource clock;
  private final Supplier<URI> base;

  /**
   * A provider without routes; {@code AxpSandbox.identityProvider()} has them.
   *
   * @param base where the sandbox listens
   */
  public IdentityProvider(InstantSource clock, Supplier<URI> base) {
    this.clock = clock;
    this.base = base;
  }

  /** The issuer, such as {@code http://127.0.0.1:3001/sandbox/idp}. */
  public URI issuer() {
    return base.get().resolve(PATH);
  }

  /** Where the discovery document is. */
  public URI discoveryUri() {
    return below("/.well-known/openid-configuration");
  }

  /** Where the public keys are. */
  public URI jwksUri() {
    return below("/jwks.json");
  }

  /** A page, by its path below the issuer. */
  URI below(String path) {
    return base.get().resolve(PATH + path);
  }

  /** The users that the sign-in page offers. */
  public List<SandboxUser> users() {
    return SandboxUser.ALL;
  }

  /** The public keys. */
  public JWKSet keys() {
    return keys.published();
  }

  /**
   * Signs with new keys from now on. Those before them stay published; older ones do not. Takes a
   * tenth of a second or more.
   */
  public void rotateKeys() {
    keys.rotate();
  }

  /** An access token for a user (RFC 9068), with all claims about the user in it. */
  public TokenDraft tokenFor(SandboxUser user) {
    return accessToken(user, CLIENT_ID, AUDIENCE, "openid");
  }

  /** The same for a user by name, see {@link SandboxUser#named}. */
  public TokenDraft tokenFor(String user) {
    return tokenFor(SandboxUser.named(user));
  }

  /** An ID token for a user, issued to {@link #CLIENT_ID}. */
  public TokenDraft idTokenFor(SandboxUser user) {
    return idToken(user, CLIENT_ID);
  }

  TokenDraft idToken(SandboxUser user, String clientId) {
    return draft("JWT", user, clientId).claim("azp", clientId).claim("auth_time", clock.instant());
  }

  TokenDraft accessToken(SandboxUser user, String clientId, String audience, String scope) {
    return draft("at+jwt", user, audience).claim("client_id", clientId).claim("scope", scope);
  }

  private TokenDraft draft(String type, SandboxUser user, String audience) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer().toString());
    claims.put("sub", user.subject());
    claims.put("aud", audience);
    claims.put("iat", now);
    claims.put("exp", now.plus(LIFETIME));
    claims.put("jti", UUID.randomUUID().toString());
    claims.putAll(user.claims());
    return new TokenDraft(keys, now, type, claims);
  }
}
