package io.axptoken.server;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.Resilience;
import io.axptoken.client.Secret;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.config.AuditSettings;
import io.axptoken.server.config.AxpSettings;
import io.axptoken.server.config.IdentitySettings;
import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.config.LimitSettings;
import io.axptoken.server.config.LoggingSettings;
import io.axptoken.server.config.ManagementSettings;
import io.axptoken.server.config.MetricsSettings;
import io.axptoken.server.config.OperationSettings;
import io.axptoken.server.config.Rate;
import io.axptoken.server.config.ServerSettings;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.TokenSettings;
import io.axptoken.server.config.TracingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings for a server in a test: the sandbox as platform, free ports, limits out of the way. */
final class TestSettings {
  private final SandboxAccount infinity;
  private URI platform;
  private List<String> allowedOrigins = List.of("*");
  private List<String> trustedProxies = List.of();
  private LimitSettings limits =
      new LimitSettings(perMinute(1_000_000), perMinute(1_000_000), 1_000_000);
  private AuditSettings audit =
      new AuditSettings(false, AuditSettings.Addresses.FULL, Secret.of(""));
  private boolean accessLog;
  private boolean metrics = true;
  private TracingSettings tracing = TracingSettings.OFF;
  private boolean chatSdkEndpoint;
  private int port;
  private int managementPort;
  private boolean ssl;
  private Duration shutdownGrace = Duration.ZERO;
  private Duration shutdownTimeout = Duration.ofSeconds(10);
  private String accountId;
  private String integrationId;
  private String clientId;
  private String clientSecret;
  private String appKey;
  private @Nullable Path certificate;
  private @Nullable Path key;
  private AxpSettings.Platform kind = AxpSettings.Platform.AXP;
  private AuthPath authPath = AuthPath.CURRENT;
  private String callingRemoteAddress = "";
  private String fcmConnectorBaseUrl = "";
  private String configId = "";
  private TokenSettings tokens = TokenSettings.DEFAULT;
  private IdentitySettings identity = TestIdentity.yaml("identity: { modes: [claimed] }");

  TestSettings(AxpSandbox sandbox) {
    infinity = sandbox.infinityAccount();
    SandboxAccount account = sandbox.account();
    platform = sandbox.baseUri();
    accountId = account.accountId();
    integrationId = account.integrationId();
    clientId = account.clientId();
    clientSecret = account.clientSecret();
    appKey = account.appKey();
  }

  /** The sandbox's account of Infinity in place of that of AXP. */
  TestSettings infinity() {
    kind = AxpSettings.Platform.INFINITY;
    return accountId(infinity.accountId())
        .integrationId(infinity.integrationId())
        .clientId(infinity.clientId())
        .clientSecret(infinity.clientSecret())
        .appKey("");
  }

  static Rate perMinute(int requests) {
    return new Rate(requests, Duration.ofMinutes(1));
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

  TestSettings audit(AuditSettings newAudit) {
    audit = newAudit;
    return this;
  }

  TestSettings accessLog() {
    accessLog = true;
    return this;
  }

  TestSettings tracing(URI collector) {
    tracing =
        new TracingSettings(
            Optional.of(collector), "tokens", 1, Map.of("x-key", Secret.of("s3cr3t-key")));
    return this;
  }

  TestSettings metrics(boolean on) {
    metrics = on;
    return this;
  }

  TestSettings chatSdkEndpoint() {
    chatSdkEndpoint = true;
    return this;
  }

  TestSettings https(Path certificatePath, Path keyPath) {
    certificate = certificatePath;
    key = keyPath;
    return ssl(true);
  }

  TestSettings ssl(boolean on) {
    ssl = on;
    return this;
  }

  TestSettings shutdown(Duration grace, Duration timeout) {
    shutdownGrace = grace;
    shutdownTimeout = timeout;
    return this;
  }

  TestSettings port(int number) {
    port = number;
    return this;
  }

  TestSettings managementPort(int number) {
    managementPort = number;
    return this;
  }

  TestSettings accountId(String id) {
    accountId = id;
    return this;
  }

  TestSettings integrationId(String id) {
    integrationId = id;
    return this;
  }

  TestSettings clientId(String id) {
    clientId = id;
    return this;
  }

  TestSettings clientSecret(String secret) {
    clientSecret = secret;
    return this;
  }

  TestSettings appKey(String newKey) {
    appKey = newKey;
    return this;
  }

  TestSettings authPath(AuthPath path) {
    authPath = path;
    return this;
  }

  /** Section {@code identity} as an operator writes it. */
  TestSettings identity(String yaml) {
    identity = TestIdentity.yaml(yaml);
    return this;
  }

  TestSettings clientSettings(String phone, String connector, String pushConfig) {
    callingRemoteAddress = phone;
    fcmConnectorBaseUrl = connector;
    configId = pushConfig;
    return this;
  }

  /** Hands out tokens again while more than half of their life is left. */
  TestSettings reuse() {
    tokens = new TokenSettings(true, 50, 10_000);
    return this;
  }

  Settings build() {
    return new Settings(
        new ServerSettings(
            port,
            "127.0.0.1",
            allowedOrigins,
            ssl,
            certificate,
            key,
            Secret.of(""),
            trustedProxies,
            false,
            List.of(),
            new OperationSettings(Duration.ZERO, shutdownGrace, shutdownTimeout)),
        chatSdkEndpoint,
        new ManagementSettings("127.0.0.1", managementPort),
        List.of(
            new IntegrationSettings(
                IntegrationSettings.DEFAULT, axp(), allowedOrigins, identity, limits, tokens)),
        new LoggingSettings(
            LoggingSettings.Format.TEXT,
            LoggingSettings.Level.INFO,
            LoggingSettings.Fields.ECS,
            accessLog),
        audit,
        new MetricsSettings(metrics),
        tracing);
  }

  private AxpSettings axp() {
    return new AxpSettings(
        kind,
        platform.getAuthority(),
        platform,
        null,
        accountId,
        integrationId,
        clientId,
        Secret.of(clientSecret),
        appKey,
        authPath,
        Duration.ofMinutes(30),
        callingRemoteAddress,
        fcmConnectorBaseUrl,
        configId,
        null,
        Resilience.DEFAULT);
  }
}
