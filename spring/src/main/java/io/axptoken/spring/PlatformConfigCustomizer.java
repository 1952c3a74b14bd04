package io.axptoken.spring;

import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.spring.IntegrationProperties.Platform;

/**
 * Changes what the properties made of an integration before it is used: a bean of the application's
 * own, to take the secret from a vault for example. Several are asked in their order; each is asked
 * once for each integration, at the start.
 */
@FunctionalInterface
public interface PlatformConfigCustomizer {
  /**
   * Changes one integration.
   *
   * @param integration its name, {@value TokenPlatforms#DEFAULT} if it is the only one
   * @param platform which platform it is of
   * @param config what the properties made of it
   */
  void customize(String integration, Platform platform, PlatformConfigBuilder config);
}
