package io.axptoken.spring;

import org.jspecify.annotations.Nullable;

/** What an integration takes from the values around it. */
final class Defaults {
  private Defaults() {}

  /**
   * The integration's own values, and the others where it has none. Address and secret can be said
   * in two ways each: whoever says it in one has not left it out in the other.
   */
  static IntegrationProperties of(IntegrationProperties own, IntegrationProperties other) {
    IntegrationProperties all = new IntegrationProperties();
    boolean placed = own.getHost() != null || own.getBaseUri() != null;
    all.setHost(placed ? own.getHost() : other.getHost());
    all.setBaseUri(placed ? own.getBaseUri() : other.getBaseUri());
    boolean proven = own.getClientSecret() != null || own.getClientSecretFile() != null;
    all.setClientSecret(proven ? own.getClientSecret() : other.getClientSecret());
    all.setClientSecretFile(proven ? own.getClientSecretFile() : other.getClientSecretFile());
    account(all, own, other);
    times(all, own, other);
    measures(all, own, other);
    return all;
  }

  private static void account(
      IntegrationProperties all, IntegrationProperties own, IntegrationProperties other) {
    all.setPlatform(either(own.getPlatform(), other.getPlatform()));
    all.setAccountId(either(own.getAccountId(), other.getAccountId()));
    all.setIntegrationId(either(own.getIntegrationId(), other.getIntegrationId()));
    all.setClientId(either(own.getClientId(), other.getClientId()));
    all.setAppKey(either(own.getAppKey(), other.getAppKey()));
    all.setAuthPath(either(own.getAuthPath(), other.getAuthPath()));
    all.setSslBundle(either(own.getSslBundle(), other.getSslBundle()));
  }

  private static void times(
      IntegrationProperties all, IntegrationProperties own, IntegrationProperties other) {
    all.setTokenLifetime(either(own.getTokenLifetime(), other.getTokenLifetime()));
    all.setConnectTimeout(either(own.getConnectTimeout(), other.getConnectTimeout()));
    all.setAttemptTimeout(either(own.getAttemptTimeout(), other.getAttemptTimeout()));
    all.setTimeout(either(own.getTimeout(), other.getTimeout()));
  }

  private static void measures(
      IntegrationProperties all, IntegrationProperties own, IntegrationProperties other) {
    all.setRetries(either(own.getRetries(), other.getRetries()));
    all.setMaxConcurrent(either(own.getMaxConcurrent(), other.getMaxConcurrent()));
    all.setMaxWaiting(either(own.getMaxWaiting(), other.getMaxWaiting()));
    all.setCircuitBreaker(either(own.getCircuitBreaker(), other.getCircuitBreaker()));
  }

  private static <T> @Nullable T either(@Nullable T own, @Nullable T other) {
    return own == null ? other : own;
  }
}
