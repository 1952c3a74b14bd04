package io.axptoken.push.store;

/**
 * A push configuration, its service-account key sealed.
 *
 * @param configId as the platform calls it
 * @param projectId of Firebase
 * @param clientEmail of the service account
 * @param fingerprint of its key
 * @param keyId with which master key it is sealed
 * @param sealed the service account
 */
public record Config(
    String configId,
    String projectId,
    String clientEmail,
    String fingerprint,
    String keyId,
    String sealed) {}
