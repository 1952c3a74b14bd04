package io.axptoken.spring;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.Transport;
import io.axptoken.spring.IntegrationProperties.Platform;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the platforms of all integrations. */
final class PlatformFactory {
  private final Configs configs;
  private final Transports transports;
  private final List<IntegrationInstrument> instruments;

  PlatformFactory(Configs configs, Transports transports, List<IntegrationInstrument> instruments) {
    this.configs = configs;
    this.transports = transports;
    this.instruments = List.copyOf(instruments);
  }

  /**
   * The platforms by name; nothing is left open if one of them cannot be.
   *
   * @throws AxpConfigurationException if the properties do not make one
   */
  TokenPlatforms platforms(Map<String, IntegrationProperties> integrations) {
    Map<String, TokenPlatform> made = new LinkedHashMap<>();
    TokenPlatforms all = null;
    try {
      integrations.forEach((name, properties) -> made.put(name, platform(name, properties)));
      all = new TokenPlatforms(made, transports);
      return all;
    } finally {
      if (all == null) {
        new TokenPlatforms(made, transports).close();
      }
    }
  }

  private TokenPlatform platform(String name, IntegrationProperties properties) {
    PlatformListener listener =
        Listeners.of(instruments.stream().map(each -> each.listener(name)).toList());
    PlatformConfig config = configs.config(name, properties, listener);
    Transport transport = transports.transport(name, properties);
    TokenPlatform platform = platform(name, Configs.platform(properties), config, transport);
    for (IntegrationInstrument instrument : instruments) {
      platform = instrument.around(name, platform);
    }
    return platform;
  }

  private static TokenPlatform platform(
      String name, Platform platform, PlatformConfig config, Transport transport) {
    try {
      return switch (platform) {
        case AXP -> TokenPlatform.axp(config, transport, InstantSource.system());
        case INFINITY -> TokenPlatform.infinity(config, transport, InstantSource.system());
      };
    } catch (IllegalArgumentException e) {
      throw new AxpConfigurationException(Configs.place(name) + ": " + e.getMessage());
    }
  }
}
