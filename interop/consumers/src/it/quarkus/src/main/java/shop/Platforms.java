package shop;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The platform by the application's own properties. */
@ApplicationScoped
class Platforms {
  @Produces
  @ApplicationScoped
  TokenPlatform platform(
      @ConfigProperty(name = "axp.base-uri") URI baseUri,
      @ConfigProperty(name = "axp.account-id") String accountId,
      @ConfigProperty(name = "axp.integration-id") String integrationId,
      @ConfigProperty(name = "axp.client-id") String clientId,
      @ConfigProperty(name = "axp.client-secret") String clientSecret,
      @ConfigProperty(name = "axp.app-key") String appKey) {
    return TokenPlatform.axp(
        PlatformConfig.builder()
            .baseUri(baseUri)
            .accountId(accountId)
            .integrationId(integrationId)
            .clientId(clientId)
            .clientSecret(Secret.of(clientSecret))
            .appKey(appKey)
            .build());
  }

  void close(@Disposes TokenPlatform platform) {
    platform.close();
  }
}
