package io.axptoken.spring;

import io.axptoken.client.PlatformConfig.AuthPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One integration as an application's properties describe it; {@code null} is what they do not say.
 */
public class IntegrationProperties {
  /** The platforms that there are. */
  public enum Platform {
    /** The Avaya Experience Platform. */
    AXP,
    /** Avaya Infinity. */
    INFINITY
  }

  /** The platform: axp or infinity. */
  private @Nullable Platform platform;

  /** Regional host of the platform, such as na.api.avayacloud.com; reached over https. */
  private @Nullable String host;

  /** Address of the platform in place of a host, such as http://127.0.0.1:3001 for a sandbox. */
  private @Nullable URI baseUri;

  /** Account id: six letters. */
  private @Nullable String accountId;

  /** Integration id: a UUID. */
  private @Nullable String integrationId;

  /** OAuth client id. */
  private @Nullable String clientId;

  /** OAuth client secret; better kept in a file, see client-secret-file. */
  private @Nullable String clientSecret;

  /**
   * File with the OAuth client secret, read before each use so that a rotated one needs no restart;
   * white space around it is dropped.
   */
  private @Nullable Path clientSecretFile;

  /** Application key, on axp. */
  private @Nullable String appKey;

  /** Path to access tokens on axp: current or, for older accounts, legacy. */
  private @Nullable AuthPath authPath;

  /** How long end users' tokens live on axp: 15 to 60 whole minutes, by default 30. */
  private @Nullable Duration tokenLifetime;

  /** How long a connection may take, by default 2 s. */
  private @Nullable Duration connectTimeout;

  /** How long one call may take, connection included; by default 4 s. */
  private @Nullable Duration attemptTimeout;

  /** How long all calls that one token takes may take together, by default 8 s. */
  private @Nullable Duration timeout;

  /** How often a call that found no working platform is repeated: 0 to 2, by default 2. */
  private @Nullable Integer retries;

  /** How many tokens may be under way at once, by default 1024. */
  private @Nullable Integer maxConcurrent;

  /** How many more may wait for a place instead of failing at once, by default 0. */
  private @Nullable Integer maxWaiting;

  /** Whether a platform that fails is left alone for moments, by default true. */
  private @Nullable Boolean circuitBreaker;

  /** SSL bundle (spring.ssl.bundle) that says whom to trust, in place of the JDK's own trust. */
  private @Nullable String sslBundle;

  /** Made by Spring Boot. */
  public IntegrationProperties() {}

  /** {@return which platform it is, or {@code null}} */
  public @Nullable Platform getPlatform() {
    return platform;
  }

  /** Sets which platform it is. */
  public void setPlatform(@Nullable Platform platform) {
    this.platform = platform;
  }

  /** {@return the platform's host, or {@code null}} */
  public @Nullable String getHost() {
    return host;
  }

  /** Sets the platform's host. */
  public void setHost(@Nullable String host) {
    this.host = host;
  }

  /** {@return the address in place of a host, or {@code null}} */
  public @Nullable URI getBaseUri() {
    return baseUri;
  }

  /** Sets the address in place of a host. */
  public void setBaseUri(@Nullable URI baseUri) {
    this.baseUri = baseUri;
  }

  /** {@return the account id, or {@code null}} */
  public @Nullable String getAccountId() {
    return accountId;
  }

  /** Sets the account id. */
  public void setAccountId(@Nullable String accountId) {
    this.accountId = accountId;
  }

  /** {@return the integration id, or {@code null}} */
  public @Nullable String getIntegrationId() {
    return integrationId;
  }

  /** Sets the integration id. */
  public void setIntegrationId(@Nullable String integrationId) {
    this.integrationId = integrationId;
  }

  /** {@return the OAuth client, or {@code null}} */
  public @Nullable String getClientId() {
    return clientId;
  }

  /** Sets the OAuth client. */
  public void setClientId(@Nullable String clientId) {
    this.clientId = clientId;
  }

  /** {@return the client secret, or {@code null}} */
  public @Nullable String getClientSecret() {
    return clientSecret;
  }

  /** Sets the client secret. */
  public void setClientSecret(@Nullable String clientSecret) {
    this.clientSecret = clientSecret;
  }

  /** {@return the file with the client secret, or {@code null}} */
  public @Nullable Path getClientSecretFile() {
    return clientSecretFile;
  }

  /** Sets the file with the client secret. */
  public void setClientSecretFile(@Nullable Path clientSecretFile) {
    this.clientSecretFile = clientSecretFile;
  }

  /** {@return the application key, or {@code null}} */
  public @Nullable String getAppKey() {
    return appKey;
  }

  /** Sets the application key. */
  public void setAppKey(@Nullable String appKey) {
    this.appKey = appKey;
  }

  /** {@return the path to access tokens, or {@code null}} */
  public @Nullable AuthPath getAuthPath() {
    return authPath;
  }

  /** Sets the path to access tokens. */
  public void setAuthPath(@Nullable AuthPath authPath) {
    this.authPath = authPath;
  }

  /** {@return how long tokens live, or {@code null}} */
  public @Nullable Duration getTokenLifetime() {
    return tokenLifetime;
  }

  /** Sets how long tokens live. */
  public void setTokenLifetime(@Nullable Duration tokenLifetime) {
    this.tokenLifetime = tokenLifetime;
  }

  /** {@return how long a connection may take, or {@code null}} */
  public @Nullable Duration getConnectTimeout() {
    return connectTimeout;
  }

  /** Sets how long a connection may take. */
  public void setConnectTimeout(@Nullable Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  /** {@return how long one call may take, or {@code null}} */
  public @Nullable Duration getAttemptTimeout() {
    return attemptTimeout;
  }

  /** Sets how long one call may take. */
  public void setAttemptTimeout(@Nullable Duration attemptTimeout) {
    this.attemptTimeout = attemptTimeout;
  }

  /** {@return how long all calls together may take, or {@code null}} */
  public @Nullable Duration getTimeout() {
    return timeout;
  }

  /** Sets how long all calls together may take. */
  public void setTimeout(@Nullable Duration timeout) {
    this.timeout = timeout;
  }

  /** {@return how often a call is repeated, or {@code null}} */
  public @Nullable Integer getRetries() {
    return retries;
  }

  /** Sets how often a call is repeated. */
  public void setRetries(@Nullable Integer retries) {
    this.retries = retries;
  }

  /** {@return how many tokens may be under way, or {@code null}} */
  public @Nullable Integer getMaxConcurrent() {
    return maxConcurrent;
  }

  /** Sets how many tokens may be under way. */
  public void setMaxConcurrent(@Nullable Integer maxConcurrent) {
    this.maxConcurrent = maxConcurrent;
  }

  /** {@return how many may wait, or {@code null}} */
  public @Nullable Integer getMaxWaiting() {
    return maxWaiting;
  }

  /** Sets how many may wait. */
  public void setMaxWaiting(@Nullable Integer maxWaiting) {
    this.maxWaiting = maxWaiting;
  }

  /** {@return whether there is a circuit breaker, or {@code null}} */
  public @Nullable Boolean getCircuitBreaker() {
    return circuitBreaker;
  }

  /** Sets whether there is a circuit breaker. */
  public void setCircuitBreaker(@Nullable Boolean circuitBreaker) {
    this.circuitBreaker = circuitBreaker;
  }

  /** {@return the SSL bundle, or {@code null}} */
  public @Nullable String getSslBundle() {
    return sslBundle;
  }

  /** Sets the SSL bundle. */
  public void setSslBundle(@Nullable String sslBundle) {
    this.sslBundle = sslBundle;
  }

  /** These values, and those of the other where there is none. */
  IntegrationProperties orElse(IntegrationProperties other) {
    return Defaults.of(this, other);
  }

  /** The same without the secret. */
  @Override
  public String toString() {
    return "IntegrationProperties[accountId="
        + accountId
        + ", integrationId="
        + integrationId
        + "]";
  }
}
