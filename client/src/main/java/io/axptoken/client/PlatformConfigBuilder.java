package io.axptoken.client;

import static java.util.Objects.requireNonNull;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformConfig.Deadlines;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link PlatformConfig}; for use by one thread. */
public final class PlatformConfigBuilder {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private @Nullable URI baseUri;
  private @Nullable String accountId;
  private @Nullable String integrationId;
  private @Nullable String clientId;
  private @Nullable Supplier<Secret> clientSecret;
  private @Nullable String appKey;
  private AuthPath authPath = AuthPath.CURRENT;
  private Duration tokenLifetime = PlatformConfig.DEFAULT_TOKEN_LIFETIME;
  private Deadlines deadlines = Deadlines.DEFAULT;
  private Resilience resilience = Resilience.DEFAULT;
  private PlatformListener listener = PlatformListener.NONE;

  PlatformConfigBuilder() {}

  /**
   * The platform's regional host, such as {@code na.api.avayacloud.com}, reached over https. For a
   * platform elsewhere, such as a sandbox, there is {@link #baseUri}.
   */
  public PlatformConfigBuilder host(String host) {
    baseUri = HOST.matcher(host).matches() ? URI.create("https://" + host) : null;
    return this;
  }

  /** Scheme, host and port of the platform; plain http only to this very machine. */
  public PlatformConfigBuilder baseUri(URI uri) {
    this.baseUri = uri;
    return this;
  }

  /** Six ASCII letters. */
  public PlatformConfigBuilder accountId(String id) {
    this.accountId = id;
    return this;
  }

  /** A UUID of 36 characters. */
  public PlatformConfigBuilder integrationId(String id) {
    this.integrationId = id;
    return this;
  }

  /** The OAuth client. */
  public PlatformConfigBuilder clientId(String id) {
    this.clientId = id;
    return this;
  }

  /** A client secret that never changes. */
  public PlatformConfigBuilder clientSecret(Secret secret) {
    requireNonNull(secret, "secret");
    return clientSecret(() -> secret);
  }

  /** A client secret that is asked for when it is needed; see {@link PlatformConfig}. */
  public PlatformConfigBuilder clientSecret(Supplier<Secret> secret) {
    this.clientSecret = secret;
    return this;
  }

  /** The application key; AXP needs it, Infinity has none. */
  public PlatformConfigBuilder appKey(String key) {
    this.appKey = key;
    return this;
  }

  /** Where AXP gives the account access tokens; without it, {@link AuthPath#CURRENT}. */
  public PlatformConfigBuilder authPath(AuthPath path) {
    this.authPath = path;
    return this;
  }

  /** 15 to 60 whole minutes; without it, 30. */
  public PlatformConfigBuilder tokenLifetime(Duration lifetime) {
    this.tokenLifetime = lifetime;
    return this;
  }

  /** How long to wait; without it, {@link Deadlines#DEFAULT}. */
  public PlatformConfigBuilder deadlines(Deadlines limits) {
    this.deadlines = limits;
    return this;
  }

  /** What is done about a platform in trouble; without it, {@link Resilience#DEFAULT}. */
  public PlatformConfigBuilder resilience(Resilience measures) {
    this.resilience = measures;
    return this;
  }

  /** Hears of the calls to the platform; without it, nobody does. */
  public PlatformConfigBuilder listener(PlatformListener hearing) {
    this.listener = hearing;
    return this;
  }

  /**
   * The config.
   *
   * @throws IllegalArgumentException that names everything that is missing or wrong
   */
  public PlatformConfig build() {
    PlatformConfigRules.require(
        baseUri,
        accountId,
        integrationId,
        clientId,
        clientSecret,
        appKey,
        tokenLifetime,
        deadlines);
    return new PlatformConfig(
        requireNonNull(baseUri, "baseUri"),
        requireNonNull(accountId, "accountId"),
        requireNonNull(integrationId, "integrationId"),
        requireNonNull(clientId, "clientId"),
        requireNonNull(clientSecret, "clientSecret"),
        appKey,
        authPath,
        tokenLifetime,
        deadlines,
        resilience,
        listener);
  }
}
