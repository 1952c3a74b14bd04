package io.axptoken.spring;

import io.axptoken.client.PlatformListener;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.Transport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Token platforms out of the properties below {@code axp}. An application with a {@link
 * TokenPlatform} bean of its own has that one and no other.
 */
@AutoConfiguration(afterName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnProperty(name = "axp.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(AxpProperties.class)
public class AxpAutoConfiguration {
  /** Made by Spring. */
  public AxpAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(TokenPlatform.class)
  static PlatformBeans axpPlatformBeans(Environment environment) {
    return new PlatformBeans(environment);
  }

  /** An application's own listeners hear of all integrations. */
  @Bean
  IntegrationInstrument axpListeners(ObjectProvider<PlatformListener> listeners) {
    PlatformListener all = Listeners.of(listeners.orderedStream().toList());
    return new IntegrationInstrument() {
      @Override
      public PlatformListener listener(String integration) {
        return all;
      }
    };
  }

  @Bean
  @ConditionalOnMissingBean({TokenPlatform.class, TokenPlatforms.class})
  TokenPlatforms axpTokenPlatforms(
      AxpProperties properties,
      ObjectProvider<PlatformConfigCustomizer> customizers,
      ObjectProvider<Transport> transport,
      ObjectProvider<SslBundles> bundles,
      ObjectProvider<IntegrationInstrument> instruments) {
    return new PlatformFactory(
            new Configs(customizers.orderedStream().toList()),
            new Transports(transport.getIfUnique(), bundles.getIfUnique()),
            instruments.orderedStream().toList())
        .platforms(properties.complete());
  }
}
