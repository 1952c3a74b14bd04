package io.axptoken.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the platform, and as which client. Made by {@link #builder()}, changed by {@link
 * #toBuilder()}; immutable. It is no record, so that later versions can have more of it: a part
 * that is added has a default, and no code that makes or reads a config has to change.
 *
 * {@snippet file="Examples.java" region="configure"}
 */
public final class PlatformConfig {
  /** What the vendor's sample takes. */
  public static final Duration DEFAULT_TOKEN_LIFETIME = Duration.ofMinutes(30);

  private final PlatformConfigBuilder parts;

  /** Takes parts that were checked and that nobody else changes. */
  PlatformConfig(PlatformConfigBuilder parts) {
    this.parts = parts;
  }

  /** {@return a builder with nothing but the default lifetime, deadlines and resilience} */
  public static PlatformConfigBuilder builder() {
    return new PlatformConfigBuilder();
  }

  /**
   * {@return a builder with all that this config has; what is changed there leaves this config as
   * it is}
   */
  public PlatformConfigBuilder toBuilder() {
    return new PlatformConfigBuilder(parts);
  }

  /**
   * The same, heard by another listener.
   *
   * @param other who hears from now on
   * @return a config with that listener
   */
  public PlatformConfig withListener(PlatformListener other) {
    return toBuilder().listener(other).build();
  }

  /**
   * {@return scheme, host and port, such as {@code https://na.api.avayacloud.com}; no path; {@code
   * http} only to this very machine}
   */
  public URI baseUri() {
    return Objects.requireNonNull(parts.baseUri);
  }

  /** {@return six ASCII letters} */
  public String accountId() {
    return Objects.requireNonNull(parts.accountId);
  }

  /** {@return a UUID of 36 characters} */
  public String integrationId() {
    return Objects.requireNonNull(parts.integrationId);
  }

  /** {@return the OAuth client} */
  public String clientId() {
    return Objects.requireNonNull(parts.clientId);
  }

  /** {@return what is asked at each call that needs the secret, so that a rotated one is used} */
  public SecretSource clientSecret() {
    return Objects.requireNonNull(parts.clientSecret);
  }

  /**
   * {@return the application key, sent with every call in a header of its own; {@code null} on
   * Infinity, which has none}
   */
  public @Nullable String appKey() {
    return parts.appKey;
  }

  /**
   * {@return which of AXP's paths to access tokens the account uses; without meaning on Infinity}
   */
  public AuthPath authPath() {
    return Objects.requireNonNull(parts.authPath);
  }

  /**
   * {@return how long an end user's token shall live, 15 to 60 whole minutes; without meaning on
   * Infinity, which decides itself}
   */
  public Duration tokenLifetime() {
    return Objects.requireNonNull(parts.tokenLifetime);
  }

  /** {@return how long to wait} */
  public Deadlines deadlines() {
    return Objects.requireNonNull(parts.deadlines);
  }

  /** {@return what is done about a platform in trouble} */
  public Resilience resilience() {
    return Objects.requireNonNull(parts.resilience);
  }

  /** {@return who hears of the calls to the platform} */
  public PlatformListener listener() {
    return Objects.requireNonNull(parts.listener);
  }

  /** Shows what may be seen: neither the application key nor anything that gives the secret. */
  @Override
  public String toString() {
    return "PlatformConfig[baseUri="
        + baseUri()
        + ", accountId="
        + accountId()
        + ", integrationId="
        + integrationId()
        + ", clientId="
        + clientId()
        + ", authPath="
        + authPath()
        + ", tokenLifetime="
        + tokenLifetime()
        + ", deadlines="
        + deadlines()
        + ", resilience="
        + resilience()
        + "]";
  }

  /** The paths at which AXP gives out access tokens, depending on the account's age. */
  public enum AuthPath {
    /** {@code /api/auth/v1/…}, with the application key. */
    CURRENT,
    /** {@code /auth/realms/…}, without the application key: for older accounts. */
    LEGACY
  }

  /**
   * How long to wait for the platform.
   *
   * @param connect for a connection
   * @param attempt for one call, connection included
   * @param whole for all calls that one token takes
   */
  public record Deadlines(Duration connect, Duration attempt, Duration whole) {
    /** 2 s, 4 s and 8 s: under the 10 s that the published clients wait. */
    public static final Deadlines DEFAULT =
        new Deadlines(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    /**
     * Requires positive durations and a whole that leaves room for an attempt.
     *
     * @throws IllegalArgumentException if they are not
     */
    public Deadlines {
      if (!connect.isPositive() || !attempt.isPositive() || whole.compareTo(attempt) < 0) {
        throw new IllegalArgumentException(
            "Deadlines must be positive, and the whole at least as long as an attempt: connect "
                + connect
                + ", attempt "
                + attempt
                + ", whole "
                + whole);
      }
    }
  }
}
