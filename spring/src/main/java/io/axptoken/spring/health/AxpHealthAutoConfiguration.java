package io.axptoken.spring.health;

import io.axptoken.spring.AxpAutoConfiguration;
import io.axptoken.spring.TokenPlatforms;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicator {@code axp}, as the Spring Boot that is there knows them. */
@AutoConfiguration(after = AxpAutoConfiguration.class)
@ConditionalOnBean(TokenPlatforms.class)
@ConditionalOnProperty(
    name = "management.health.axp.enabled",
    havingValue = "true",
    matchIfMissing = true)
public class AxpHealthAutoConfiguration {
  /** Made by Spring. */
  public AxpHealthAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
  static class OnBoot3 {
    @Bean
    @ConditionalOnMissingBean(name = "axpHealthIndicator")
    Boot3Health axpHealthIndicator(TokenPlatforms platforms) {
      return new Boot3Health(platforms);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
  static class OnBoot4 {
    @Bean
    @ConditionalOnMissingBean(name = "axpHealthIndicator")
    Boot4Health axpHealthIndicator(TokenPlatforms platforms) {
      return new Boot4Health(platforms);
    }
  }
}
