package io.axptoken.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the platform, and as which client. Made by {@link #builder()}.
 *
 * @param baseUri scheme, host and port, such as {@code https://na.api.avayacloud.com}; no path;
 *     {@code http} only to this very machine
 * @param accountId six ASCII letters
 * @param integrationId a UUID of 36 characters
 * @param clientId the OAuth client
 * @param clientSecret asked for at each call that needs it, so that a rotated secret is used; it
 *     must not block for long, for it may run on a thread of the transport
 * @param appKey the application key, sent with every call in a header of its own; {@code null} on
 *     Infinity, which has none
 * @param authPath which of AXP's paths to access tokens the account uses; without meaning on
 *     Infinity
 * @param tokenLifetime how long an end user's token shall live, 15 to 60 whole minutes; without
 *     meaning on Infinity, which decides itself
 * @param deadlines how long to wait
 * @param resilience what is done about a platform in trouble
 * @param listener hears of the calls to the platform
 */
public record PlatformConfig(
    URI baseUri,
    String accountId,
    String integrationId,
    String clientId,
    Supplier<Secret> clientSecret,
    @Nullable String appKey,
    AuthPath authPath,
    Duration tokenLifetime,
    Deadlines deadlines,
    Resilience resilience,
    PlatformListener listener) {

  /** What the vendor's sample takes. */
  public static final Duration DEFAULT_TOKEN_LIFETIME = Duration.ofMinutes(30);

  /**
   * Requires all parts but the application key.
   *
   * @throws IllegalArgumentException that names everything that is missing or wrong
   */
  public PlatformConfig {
    Objects.requireNonNull(authPath, "authPath");
    Objects.requireNonNull(resilience, "resilience");
    Objects.requireNonNull(listener, "listener");
    PlatformConfigRules.require(
        baseUri,
        accountId,
        integrationId,
        clientId,
        clientSecret,
        appKey,
        tokenLifetime,
        deadlines);
  }

  /** Shows what may be seen: neither the application key nor anything that gives the secret. */
  @Override
  public String toString() {
    return "PlatformConfig[baseUri="
        + baseUri
        + ", accountId="
        + accountId
        + ", integrationId="
        + integrationId
        + ", clientId="
        + clientId
        + ", authPath="
        + authPath
        + ", tokenLifetime="
        + tokenLifetime
        + ", deadlines="
        + deadlines
        + ", resilience="
        + resilience
        + "]";
  }

  /** The same, heard by another listener. */
  public PlatformConfig withListener(PlatformListener other) {
    return new PlatformConfig(
        baseUri,
        accountId,
        integrationId,
        clientId,
        clientSecret,
        appKey,
        authPath,
        tokenLifetime,
        deadlines,
        resilience,
        other);
  }

  /** The paths at which AXP gives out access tokens, depending on the account's age. */
  public enum AuthPath {
    /** {@code /api/auth/v1/…}, with the application key. */
    CURRENT,
    /** {@code /auth/realms/…}, without the application key: for older accounts. */
    LEGACY
  }

  /** Starts with nothing but the default lifetime, deadlines and resilience. */
  public static PlatformConfigBuilder builder() {
    return new PlatformConfigBuilder();
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
