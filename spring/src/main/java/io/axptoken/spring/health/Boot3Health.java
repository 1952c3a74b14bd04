package io.axptoken.spring.health;

import io.axptoken.spring.TokenPlatforms;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The integrations' health as Spring Boot 3 asks for it. */
final class Boot3Health implements HealthIndicator {
  private final TokenPlatforms platforms;

  Boot3Health(TokenPlatforms platforms) {
    this.platforms = platforms;
  }

  @Override
  public Health health() {
    IntegrationHealth now = IntegrationHealth.of(platforms);
    return (now.up() ? Health.up() : Health.down()).withDetails(now.details()).build();
  }
}
