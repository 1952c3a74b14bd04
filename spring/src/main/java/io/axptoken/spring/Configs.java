package io.axptoken.spring;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.Resilience;
import io.axptoken.client.Secret;
import io.axptoken.spring.IntegrationProperties.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes configs of the client library out of properties. */
final class Configs {
  private final List<PlatformConfigCustomizer> customizers;

  Configs(List<PlatformConfigCustomizer> customizers) {
    this.customizers = List.copyOf(customizers);
  }

  /**
   * The config of one integration.
   *
   * @throws AxpConfigurationException with everything that is missing or wrong
   */
  PlatformConfig config(String name, IntegrationProperties from, PlatformListener listener) {
    try {
      PlatformConfigBuilder builder = builder(from).listener(listener);
      customizers.forEach(each -> each.customize(name, platform(from), builder));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new AxpConfigurationException(place(name) + ": " + e.getMessage());
    }
  }

  /** Which platform the properties mean: AXP unless they say otherwise. */
  static Platform platform(IntegrationProperties properties) {
    return Objects.requireNonNullElse(properties.getPlatform(), Platform.AXP);
  }

  /** Where an integration's properties stand. */
  static String place(String name) {
    return name.equals(TokenPlatforms.DEFAULT) ? "axp" : "axp.integrations." + name;
  }

  private static PlatformConfigBuilder builder(IntegrationProperties from) {
    PlatformConfigBuilder builder =
        PlatformConfig.builder()
            .accountId(from.getAccountId())
            .integrationId(from.getIntegrationId())
            .clientId(from.getClientId())
            .appKey(orNothing(from.getAppKey()))
            .deadlines(deadlines(from))
            .resilience(resilience(from));
    if (from.getBaseUri() != null) {
      builder.baseUri(from.getBaseUri());
    } else if (from.getHost() != null) {
      builder.host(from.getHost());
    }
    if (from.getAuthPath() != null) {
      builder.authPath(from.getAuthPath());
    }
    if (from.getTokenLifetime() != null) {
      builder.tokenLifetime(from.getTokenLifetime());
    }
    secret(builder, from);
    return builder;
  }

  private static void secret(PlatformConfigBuilder builder, IntegrationProperties from) {
    Path file = from.getClientSecretFile();
    String secret = from.getClientSecret();
    if (file != null) {
      builder.clientSecretFrom(() -> Secret.of(Files.readString(file).strip()));
    } else if (secret != null) {
      builder.clientSecret(Secret.of(secret));
    }
  }

  /** How long to wait for a connection, a call and all of it. */
  static Deadlines deadlines(IntegrationProperties from) {
    Deadlines usual = Deadlines.DEFAULT;
    return new Deadlines(
        or(from.getConnectTimeout(), usual.connect()),
        or(from.getAttemptTimeout(), usual.attempt()),
        or(from.getTimeout(), usual.whole()));
  }

  private static Resilience resilience(IntegrationProperties from) {
    Resilience usual = Resilience.DEFAULT;
    return usual
        .withRetries(or(from.getRetries(), usual.retries()))
        .withMaxConcurrent(or(from.getMaxConcurrent(), usual.maxConcurrent()))
        .withMaxWaiting(or(from.getMaxWaiting(), usual.maxWaiting()))
        .withCircuitBreaker(or(from.getCircuitBreaker(), usual.circuitBreaker()));
  }

  /** Left out, or left empty to take none from the values around it: Infinity has no such key. */
  private static @Nullable String orNothing(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Duration or(@Nullable Duration value, Duration usual) {
    return Objects.requireNonNullElse(value, usual);
  }

  private static int or(@Nullable Integer value, int usual) {
    return value == null ? usual : value;
  }

  private static boolean or(@Nullable Boolean value, boolean usual) {
    return value == null ? usual : value;
  }
}
