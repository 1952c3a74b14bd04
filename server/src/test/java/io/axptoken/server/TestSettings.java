package io.axptoken.server;

import io.axptoken.client.Secret;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.config.AxpSettings;
import io.axptoken.server.config.IdentitySettings;
import io.axptoken.server.config.LimitSettings;
import io.axptoken.server.config.LoggingSettings;
import io.axptoken.server.config.ManagementSettings;
import io.axptoken.server.config.ServerSettings;
import io.axptoken.server.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings for a server in a test: the sandbox as platform, free ports, limits out of the way. */
final class TestSettings {
  private final AxpSandbox sandbox;
  private URI platform;
  private List<String> allowedOrigins = List.of("*");
  private List<String> trustedProxies = List.of();
  private LimitSettings limits =
      new LimitSettings(perMinute(1_000_000), perMinute(1_000_000), 1_000_000);
  private boolean chatSdkEndpoint;
  private @Nullable Path certificate;
  private @Nullable Path key;
  private String callingRemoteAddress = "";
  private String fcmConnectorBaseUrl = "";
  private String configId = "";

  TestSettings(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    this.platform = sandbox.baseUri();
  }

  static LimitSettings.Rate perMinute(int requests) {
    return new LimitSettings.Rate(requests, Duration.ofMinutes(1));
  }

  TestSettings platform(URI uri) {
    platform = uri;
    return this;
  }

  TestSettings allowedOrigins(String... origins) {
    allowedOrigins = List.of(origins);
    return this;
  }

  TestSettings trustedProxies(String... cidrs) {
    trustedProxies = List.of(cidrs);
    return this;
  }

  TestSettings limits(LimitSettings newLimits) {
    limits = newLimits;
    return this;
  }

  TestSettings chatSdkEndpoint() {
    chatSdkEndpoint = true;
    return this;
  }

  TestSettings https(Path certificatePath, Path keyPath) {
    certificate = certificatePath;
    key = keyPath;
    return this;
  }

  TestSettings clientSettings(String phone, String connector, String pushConfig) {
    callingRemoteAddress = phone;
    fcmConnectorBaseUrl = connector;
    configId = pushConfig;
    return this;
  }

  Settings build() {
    return new Settings(
        new ServerSettings(
            0,
            "127.0.0.1",
            allowedOrigins,
            certificate != null,
            certificate,
            key,
            Secret.of(""),
            trustedProxies,
            false,
            chatSdkEndpoint),
        new ManagementSettings("127.0.0.1", 0),
        axp(),
        new IdentitySettings(List.of(IdentitySettings.Mode.CLAIMED)),
        limits,
        new LoggingSettings(LoggingSettings.Format.TEXT, LoggingSettings.Level.INFO));
  }

  private AxpSettings axp() {
    var account = sandbox.account();
    return new AxpSettings(
        platform.getAuthority(),
        platform,
        null,
        account.accountId(),
        account.integrationId(),
        account.clientId(),
        Secret.of(account.clientSecret()),
        account.appKey(),
        Duration.ofMinutes(30),
        callingRemoteAddress,
        fcmConnectorBaseUrl,
        configId);
  }
}
