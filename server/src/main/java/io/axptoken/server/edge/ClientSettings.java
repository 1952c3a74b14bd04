package io.axptoken.server.edge;

/**
 * What every answer hands to the client SDKs; a setting that is not configured is {@code ""}.
 *
 * @param integrationId the integration the token is for
 * @param hostName the platform's host as configured
 * @param fcmConnectorBaseUrl base URL of the push connector
 * @param configId push configuration id
 * @param appKey application key
 * @param callingRemoteAddress phone number for voice calls
 */
public record ClientSettings(
    String integrationId,
    String hostName,
    String fcmConnectorBaseUrl,
    String configId,
    String appKey,
    String callingRemoteAddress) {
  /** Without the application key. */
  @Override
  public String toString() {
    return "ClientSettings[integrationId=" + integrationId + ", hostName=" + hostName + "]";
  }
}
