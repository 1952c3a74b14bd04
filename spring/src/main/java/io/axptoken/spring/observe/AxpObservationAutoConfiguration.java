package io.axptoken.spring.observe;

import io.axptoken.client.TokenPlatform;
import io.axptoken.spring.AxpAutoConfiguration;
import io.axptoken.spring.IntegrationInstrument;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters and observations, where the application has a registry for them. */
@AutoConfiguration(
    after = AxpAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnProperty(name = "axp.enabled", havingValue = "true", matchIfMissing = true)
public class AxpObservationAutoConfiguration {
  /** Made by Spring. */
  public AxpObservationAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "io.micrometer.core.instrument.MeterRegistry")
  @ConditionalOnBean(type = "io.micrometer.core.instrument.MeterRegistry")
  static class Meters {
    @Bean
    IntegrationInstrument axpMetrics(MeterRegistry registry) {
      return new AxpMetrics(registry);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "io.micrometer.observation.ObservationRegistry")
  @ConditionalOnBean(type = "io.micrometer.observation.ObservationRegistry")
  static class Observations {
    @Bean
    IntegrationInstrument axpObservations(ObservationRegistry registry) {
      return new IntegrationInstrument() {
        @Override
        public TokenPlatform around(String integration, TokenPlatform platform) {
          return new ObservedPlatform(integration, platform, registry);
        }
      };
    }
  }
}
