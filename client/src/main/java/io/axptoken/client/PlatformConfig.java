package io.axptoken.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How to reach the platform, and as whom.
 *
 * @param baseUri scheme, host and port, such as {@code https://na.api.avayacloud.com}; no path
 * @param accountId six ASCII letters
 * @param integrationId a UUID of 36 characters
 * @param clientId the OAuth client
 * @param clientSecret asked for at each access token fetch, so that a rotated secret is used
 * @param appKey the application key, sent with every call in a header of its own
 * @param tokenLifetime how long an end user's token shall live, 15 to 60 whole minutes
 * @param deadlines how long to wait
 */
public record PlatformConfig(
    URI baseUri,
    String accountId,
    String integrationId,
    String clientId,
    Supplier<Secret> clientSecret,
    String appKey,
    Duration tokenLifetime,
    Deadlines deadlines) {

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
  }
}
