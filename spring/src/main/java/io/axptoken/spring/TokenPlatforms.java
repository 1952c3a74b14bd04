package io.axptoken.spring;

import io.axptoken.client.TokenPlatform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The token platforms of an application by the names of their integrations, for code that finds out
 * at run time which one it needs. Safe for use by many threads; closed with the application.
 */
public final class TokenPlatforms implements AutoCloseable {
  /** What the integration is called that has no name of its own. */
  public static final String DEFAULT = "default";

  private final Map<String, TokenPlatform> platforms;
  private final Transports transports;

  TokenPlatforms(Map<String, TokenPlatform> platforms, Transports transports) {
    this.platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
    this.transports = transports;
  }

  /**
   * The platform of an integration.
   *
   * @param integration its name below {@code axp.integrations}; {@value #DEFAULT} if it has none
   * @return the platform, which must not be closed
   * @throws IllegalArgumentException if there is no integration of that name
   */
  public TokenPlatform get(String integration) {
    TokenPlatform platform = platforms.get(integration);
    if (platform == null) {
      throw new IllegalArgumentException(
          "There is no such integration; known: " + platforms.keySet());
    }
    return platform;
  }

  /** {@return all platforms by name, in the order of the properties; unmodifiable} */
  public Map<String, TokenPlatform> asMap() {
    return platforms;
  }

  /** Ends what is under way, and lets go of all connections. */
  @Override
  public void close() {
    platforms.values().forEach(TokenPlatform::close);
    transports.close();
  }
}
