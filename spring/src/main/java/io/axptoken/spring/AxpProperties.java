package io.axptoken.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * What stands below {@code axp} in an application's properties: one integration, or several named
 * ones that take what they do not say themselves from the values around them.
 */
@ConfigurationProperties("axp")
public class AxpProperties extends IntegrationProperties {
  /** Whether there are token platforms at all. */
  private boolean enabled = true;

  /**
   * The named integration that is meant where none is named; needed only where several could be.
   */
  private @Nullable String primary;

  /** Integrations by name; what one leaves out is taken from the values directly below axp. */
  @NestedConfigurationProperty
  private Map<String, IntegrationProperties> integrations = new LinkedHashMap<>();

  /** Made by Spring Boot. */
  public AxpProperties() {}

  /** {@return whether there are token platforms at all} */
  public boolean isEnabled() {
    return enabled;
  }

  /** Sets whether there are token platforms at all. */
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** {@return the integration that is meant where none is named, or {@code null}} */
  public @Nullable String getPrimary() {
    return primary;
  }

  /** Sets the integration that is meant where none is named. */
  public void setPrimary(@Nullable String primary) {
    this.primary = primary;
  }

  /** {@return the named integrations, as they were written} */
  public Map<String, IntegrationProperties> getIntegrations() {
    return integrations;
  }

  /** Sets the named integrations. */
  public void setIntegrations(Map<String, IntegrationProperties> integrations) {
    this.integrations = integrations;
  }

  /** All integrations by name with every value in its place; a single one is {@code default}. */
  Map<String, IntegrationProperties> complete() {
    if (integrations.isEmpty()) {
      return Map.of(TokenPlatforms.DEFAULT, this);
    }
    Map<String, IntegrationProperties> complete = new LinkedHashMap<>();
    integrations.forEach((name, own) -> complete.put(name, own.orElse(this)));
    return complete;
  }
}
