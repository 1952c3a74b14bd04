package io.axptoken.client;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformConfig.Deadlines;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link PlatformConfig}; for use by one thread. Nothing is refused before
 * {@link #build}, which then names everything that is missing or wrong; {@code null} counts as
 * missing.
 */
public final class PlatformConfigBuilder {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  @Nullable URI baseUri;
  @Nullable String accountId;
  @Nullable String integrationId;
  @Nullable String clientId;
  @Nullable SecretSource clientSecret;
  @Nullable String appKey;
  @Nullable AuthPath authPath = AuthPath.CURRENT;
  @Nullable Duration tokenLifetime = PlatformConfig.DEFAULT_TOKEN_LIFETIME;
  @Nullable Deadlines deadlines = Deadlines.DEFAULT;
  @Nullable Resilience resilience = Resilience.DEFAULT;
  @Nullable PlatformListener listener = PlatformListener.NONE;

  /** What is wrong with the host that was given last, or {@code null}. */
  @Nullable String wrongHost;

  PlatformConfigBuilder() {}

  PlatformConfigBuilder(PlatformConfigBuilder other) {
    baseUri = other.baseUri;
    wrongHost = other.wrongHost;
    accountId = other.accountId;
    integrationId = other.integrationId;
    clientId = other.clientId;
    clientSecret = other.clientSecret;
    appKey = other.appKey;
    authPath = other.authPath;
    tokenLifetime = other.tokenLifetime;
    deadlines = other.deadlines;
    resilience = other.resilience;
    listener = other.listener;
  }

  /**
   * The platform's regional host, such as {@code na.api.avayacloud.com}, reached over https. For a
   * platform elsewhere, such as a sandbox, there is {@link #baseUri}.
   *
   * @param host with a port perhaps, and nothing else
   * @return this builder
   */
  public PlatformConfigBuilder host(@Nullable String host) {
    boolean sound = host != null && HOST.matcher(host).matches();
    baseUri = sound ? URI.create("https://" + host) : null;
    wrongHost = sound ? null : PlatformConfigRules.wrongHost(host);
    return this;
  }

  /**
   * Scheme, host and port of the platform; plain http only to this very machine.
   *
   * @param uri such as {@code https://na.api.avayacloud.com}
   * @return this builder
   */
  public PlatformConfigBuilder baseUri(@Nullable URI uri) {
    this.baseUri = uri;
    this.wrongHost = null;
    return this;
  }

  /**
   * Six ASCII letters.
   *
   * @param id as the platform names it
   * @return this builder
   */
  public PlatformConfigBuilder accountId(@Nullable String id) {
    this.accountId = id;
    return this;
  }

  /**
   * A UUID of 36 characters.
   *
   * @param id as the platform names it
   * @return this builder
   */
  public PlatformConfigBuilder integrationId(@Nullable String id) {
    this.integrationId = id;
    return this;
  }

  /**
   * The OAuth client.
   *
   * @param id not blank
   * @return this builder
   */
  public PlatformConfigBuilder clientId(@Nullable String id) {
    this.clientId = id;
    return this;
  }

  /**
   * A client secret that never changes.
   *
   * @param secret what gives it
   * @return this builder
   */
  public PlatformConfigBuilder clientSecret(@Nullable Secret secret) {
    this.clientSecret = secret == null ? null : SecretSource.of(secret);
    return this;
  }

  /**
   * A client secret that is asked for when it is needed, so that a rotated one is used. The
   * supplier may block: it is run on a virtual thread of its own, never on that of who asks for a
   * token. What it throws, and {@code null}, fails the call as {@link
   * PlatformFailure.Cause#SECRET_UNREADABLE}.
   *
   * @param secret what gives it
   * @return this builder
   */
  public PlatformConfigBuilder clientSecret(@Nullable Supplier<? extends @Nullable Secret> secret) {
    this.clientSecret = secret == null ? null : SecretSource.blocking(secret, secret::get);
    return this;
  }

  /**
   * As {@link #clientSecret(Supplier)}, for what throws checked exceptions, such as a file.
   *
   * @param secret what gives it
   * @return this builder
   */
  public PlatformConfigBuilder clientSecretFrom(
      @Nullable Callable<? extends @Nullable Secret> secret) {
    this.clientSecret = secret == null ? null : SecretSource.blocking(secret, secret);
    return this;
  }

  /**
   * As {@link #clientSecret(Supplier)}, for what does not block. A stage that takes longer than
   * {@link Deadlines#whole} is not waited for.
   *
   * @param secret what gives it
   * @return this builder
   */
  public PlatformConfigBuilder clientSecretAsync(
      @Nullable Supplier<? extends CompletionStage<? extends @Nullable Secret>> secret) {
    this.clientSecret = secret == null ? null : SecretSource.async(secret);
    return this;
  }

  /**
   * A client secret that the program itself changes now and then.
   *
   * @param secret what gives it
   * @return this builder
   */
  public PlatformConfigBuilder clientSecret(@Nullable RotatingSecret secret) {
    this.clientSecret = secret == null ? null : SecretSource.of(secret);
    return this;
  }

  /**
   * The application key; AXP needs it, Infinity has none: there it is {@code null}.
   *
   * @param key visible ASCII without blanks, or {@code null}
   * @return this builder
   */
  public PlatformConfigBuilder appKey(@Nullable String key) {
    this.appKey = key;
    return this;
  }

  /**
   * Where AXP gives the account access tokens; without it, {@link AuthPath#CURRENT}.
   *
   * @param path one of the two
   * @return this builder
   */
  public PlatformConfigBuilder authPath(@Nullable AuthPath path) {
    this.authPath = path;
    return this;
  }

  /**
   * 15 to 60 whole minutes; without it, 30.
   *
   * @param lifetime whole minutes
   * @return this builder
   */
  public PlatformConfigBuilder tokenLifetime(@Nullable Duration lifetime) {
    this.tokenLifetime = lifetime;
    return this;
  }

  /**
   * How long to wait; without it, {@link Deadlines#DEFAULT}.
   *
   * @param limits for a connection, a call and all of them
   * @return this builder
   */
  public PlatformConfigBuilder deadlines(@Nullable Deadlines limits) {
    this.deadlines = limits;
    return this;
  }

  /**
   * What is done about a platform in trouble; without it, {@link Resilience#DEFAULT}.
   *
   * @param measures how much is borne and done
   * @return this builder
   */
  public PlatformConfigBuilder resilience(@Nullable Resilience measures) {
    this.resilience = measures;
    return this;
  }

  /**
   * Hears of the calls to the platform; without it, nobody does.
   *
   * @param hearing must not block
   * @return this builder
   */
  public PlatformConfigBuilder listener(@Nullable PlatformListener hearing) {
    this.listener = hearing;
    return this;
  }

  /**
   * The config; the builder may be used on.
   *
   * @return the config
   * @throws IllegalArgumentException that names everything that is missing or wrong
   */
  public PlatformConfig build() {
    PlatformConfigRules.require(this);
    return new PlatformConfig(new PlatformConfigBuilder(this));
  }
}
