package io.axptoken.spring;

import io.axptoken.client.PlatformListener;
import io.axptoken.client.TokenPlatform;

/**
 * Watches integrations: hears of their calls, and may stand around them. A bean of this type is
 * asked once for each integration, at the start.
 */
public interface IntegrationInstrument {
  /**
   * Who hears of an integration's calls.
   *
   * @param integration its name
   * @return the listener; nobody by default
   */
  default PlatformListener listener(String integration) {
    return PlatformListener.NONE;
  }

  /**
   * What callers get in a platform's place.
   *
   * @param integration its name
   * @param platform the platform
   * @return by default the platform itself
   */
  default TokenPlatform around(String integration, TokenPlatform platform) {
    return platform;
  }
}
