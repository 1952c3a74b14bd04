package io.axptoken.server.settings;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.Resilience;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.service.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code axp}: the platform, and what is handed to the clients.
 *
 * @param platform which platform issues the tokens
 * @param hostName as configured: host, host:port or base URL; handed to clients as it stands
 * @param baseUri where calls go: scheme, host and port
 * @param caCertificatePath extra trust anchors (PEM), or {@code null}
 * @param accountId six ASCII letters
 * @param integrationId UUID
 * @param clientId OAuth client
 * @param clientSecret OAuth client secret
 * @param appKey application key; may be {@code ""} on Infinity, never on AXP
 * @param authPath where AXP gives the account access tokens; without meaning on Infinity
 * @param jwtValidityInterval 15 to 60 whole minutes; without meaning on Infinity
 * @param callingRemoteAddress phone number for voice calls, or {@code ""}
 * @param fcmConnectorBaseUrl base URL of the push connector, or {@code ""}
 * @param configId push configuration id, or {@code ""}
 * @param httpProxy the proxy on the way to the platform, or {@code null}
 * @param resilience what is done about a platform in trouble
 */
public record AxpSettings(
    Platform platform,
    String hostName,
    URI baseUri,
    @Nullable Path caCertificatePath,
    String accountId,
    String integrationId,
    String clientId,
    Secret clientSecret,
    String appKey,
    AuthPath authPath,
    Duration jwtValidityInterval,
    String callingRemoteAddress,
    String fcmConnectorBaseUrl,
    String configId,
    @Nullable HttpProxy httpProxy,
    Resilience resilience) {

  /** Without the keys, and without what is handed to clients only. */
  @Override
  public String toString() {
    return "AxpSettings[platform="
        + platform
        + ", baseUri="
        + baseUri
        + ", accountId="
        + accountId
        + ", integrationId="
        + integrationId
        + ", clientId="
        + clientId
        + "]";
  }

  /** A platform that issues tokens. */
  public enum Platform {
    /** The Avaya Experience Platform. */
    AXP,
    /** Avaya Infinity. */
    INFINITY
  }
}
