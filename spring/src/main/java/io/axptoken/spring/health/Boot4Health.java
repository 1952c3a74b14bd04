package io.axptoken.spring.health;

import io.axptoken.spring.TokenPlatforms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The integrations' health as Spring Boot 4 asks for it. */
final class Boot4Health implements HealthIndicator {
  private final TokenPlatforms platforms;

  Boot4Health(TokenPlatforms platforms) {
    this.platforms = platforms;
  }

  @Override
  public Health health() {
    IntegrationHealth now = IntegrationHealth.of(platforms);
    return (now.up() ? Health.up() : Health.down()).withDetails(now.details()).build();
  }
}
