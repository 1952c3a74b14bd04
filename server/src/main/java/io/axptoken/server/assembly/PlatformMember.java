package io.axptoken.server.assembly;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformListener;
import io.axptoken.client.Resilience;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.Transport;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.service.config.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The platform of an integration in one generation. The platform itself lives on as long as nothing
 * but its client secret and the way to it change: with it its access token, breaker and limits.
 *
 * @param identity what may not change
 * @param platform lives through generations
 * @param currentSecret the platform's
 * @param currentTransport the platform's
 * @param secret this generation's
 * @param transport this generation's
 */
record PlatformMember(
    Identity identity,
    TokenPlatform platform,
    CurrentSecret currentSecret,
    CurrentTransport currentTransport,
    Secret secret,
    Transport transport) {

  /** What makes a platform another one. */
  record Identity(
      AxpSettings.Platform kind,
      URI baseUri,
      String accountId,
      String integrationId,
      String clientId,
      String appKey,
      AuthPath authPath,
      Duration tokenLifetime,
      Resilience resilience) {
    static Identity of(AxpSettings axp) {
      return new Identity(
          axp.platform(),
          axp.baseUri(),
          axp.accountId(),
          axp.integrationId(),
          axp.clientId(),
          axp.appKey(),
          axp.authPath(),
          axp.jwtValidityInterval(),
          axp.resilience());
    }

    /** Without the application key. */
    @Override
    public String toString() {
      return "Identity[kind=" + kind + ", baseUri=" + baseUri + ", accountId=" + accountId + "]";
    }
  }

  /** A platform that begins. */
  static PlatformMember of(
      AxpSettings axp,
      PlatformConfig config,
      PlatformListener listener,
      CurrentSecret secret,
      Transport transport,
      Clock clock) {
    CurrentTransport current = new CurrentTransport(transport);
    TokenPlatform platform =
        new LatePlatform(
            () -> platform(axp.platform(), config.withListener(listener), current, clock));
    return new PlatformMember(
        Identity.of(axp), platform, secret, current, axp.clientSecret(), transport);
  }

  private static TokenPlatform platform(
      AxpSettings.Platform kind, PlatformConfig config, Transport transport, Clock clock) {
    return switch (kind) {
      case AXP -> TokenPlatform.axp(config, transport, clock);
      case INFINITY -> TokenPlatform.infinity(config, transport, clock);
    };
  }

  /** Whether the platform may live on with these settings. */
  boolean fits(AxpSettings axp) {
    return identity.equals(Identity.of(axp));
  }

  /** The same platform in the next generation. */
  PlatformMember with(Secret nextSecret, Transport nextTransport) {
    return new PlatformMember(
        identity, platform, currentSecret, currentTransport, nextSecret, nextTransport);
  }

  boolean isSameAs(@Nullable PlatformMember other) {
    return other != null && other.platform.equals(platform);
  }

  /** Has the platform use this generation's secret and transport from its next call on. */
  void enforce() {
    currentSecret.set(secret);
    currentTransport.set(transport);
  }
}
