package consumer;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.Secret;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.JdkTransport;
import io.axptoken.client.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The rest of what the guide shows; compiled, not run. */
final class Platforms {
  private Platforms() {}

  static PlatformConfig regional(Supplier<String> vault) {
    PlatformConfig config =
        PlatformConfig.builder()
            .host("na.api.avayacloud.com")
            .accountId("ABCDEF")
            .integrationId("01234567-89ab-cdef-0123-456789abcdef")
            .clientId("client")
            .clientSecret(() -> Secret.of(vault.get()))
            .appKey("app-key")
            .tokenLifetime(Duration.ofMinutes(30))
            .build();
    return config;
  }

  static PlatformConfigBuilder sandbox() {
    PlatformConfigBuilder sandbox =
        PlatformConfig.builder().baseUri(URI.create("http://127.0.0.1:3001"));
    return sandbox;
  }

  static TokenPlatform trusting(PlatformConfig config, SSLContext tls) {
    Transport transport = new JdkTransport(Duration.ofSeconds(2), tls);
    TokenPlatform platform = TokenPlatform.axp(config, transport, InstantSource.system());
    return platform;
  }
}
