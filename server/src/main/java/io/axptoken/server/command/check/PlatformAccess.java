package io.axptoken.server.command.check;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformConfigBuilder;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.JdkTransport;
import io.axptoken.client.transport.Transport;
import io.axptoken.server.issue.IntegrationLabel;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.LibrarySecret;
import io.axptoken.service.tls.TrustAnchors;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The way of a command to an integration's platform: the client library over the JDK's client. */
public final class PlatformAccess {
  /** What the JDK keeps back from proxies unless told otherwise: user and password among it. */
  private static final String KEPT_BACK = "jdk.http.auth.tunneling.disabledSchemes";

  /** Longer than the server's: nobody's page waits, and the first call loads an HTTP client. */
  private static final Deadlines DEADLINES =
      new Deadlines(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(20));

  private PlatformAccess() {}

  /** The platform as the integration's server would use it. */
  public static TokenPlatform platform(AxpSettings axp, Transport transport, Clock clock) {
    return platform(axp, axp.authPath(), transport, clock);
  }

  /** The same on a certain path to access tokens. */
  static TokenPlatform platform(
      AxpSettings axp, AuthPath authPath, Transport transport, Clock clock) {
    PlatformConfigBuilder config =
        PlatformConfig.builder()
            .baseUri(axp.baseUri())
            .accountId(axp.accountId())
            .integrationId(axp.integrationId())
            .clientId(axp.clientId())
            .clientSecret(LibrarySecret.of(axp.clientSecret()))
            .authPath(authPath)
            .tokenLifetime(axp.jwtValidityInterval())
            .deadlines(DEADLINES)
            .resilience(axp.resilience());
    if (!axp.appKey().isEmpty()) {
      config.appKey(axp.appKey());
    }
    return switch (axp.platform()) {
      case AXP -> TokenPlatform.axp(config.build(), transport, clock);
      case INFINITY -> TokenPlatform.infinity(config.build(), transport, clock);
    };
  }

  /** A transport that trusts what the integration trusts, and takes its proxy. */
  public static Transport transport(AxpSettings axp) {
    HttpProxy proxy = axp.httpProxy();
    if (proxy != null && proxy.user() != null && System.getProperty(KEPT_BACK) == null) {
      System.setProperty(KEPT_BACK, "");
    }
    return new JdkTransport(DEADLINES.connect(), tls(axp.caCertificatePath()), proxy);
  }

  private static @Nullable SSLContext tls(@Nullable Path anchors) {
    if (anchors == null) {
      return null;
    }
    try {
      TrustManagerFactory trust = TrustAnchors.managers(anchors);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** How failures name the integration and its settings. */
  public static IntegrationLabel label(IntegrationSettings integration) {
    boolean hasAppKey = integration.axp().platform() == AxpSettings.Platform.AXP;
    return new IntegrationLabel(integration.name(), hasAppKey, integration::key);
  }
}
