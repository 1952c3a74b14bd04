package io.axptoken.demo;

import io.axptoken.demo.playground.BackendKey;
import io.axptoken.demo.playground.PushRoute;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The server's configuration in the demo: the sandbox's account, limits that nobody meets. */
final class DemoSettings {
  private static final String GENEROUS = "6000/min";

  private DemoSettings() {}

  /** Loads it, whatever the process's environment holds: a demo is the same everywhere. */
  static Loaded<Settings> load(
      AxpSandbox sandbox,
      PushRoute push,
      BackendKey key,
      String host,
      int port,
      int managementPort) {
    try {
      // The loader reads named integrations from a file; this one is gone before the server starts.
      Path file = Files.createTempFile("axp-demo", ".yaml");
      try {
        Files.writeString(file, integrations(sandbox, key));
        return SettingsLoader.load(
            file,
            Map.of("AXP_CLIENT_SECRET", sandbox.account().clientSecret()),
            overrides(sandbox, push, host, port, managementPort));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An integration for each way to know the user; the account is the same. */
  private static String integrations(AxpSandbox sandbox, BackendKey key) {
    return """
    integrations:
      signed-in:
        identity:
          modes: [jwt]
          jwt: { issuer: "%s", audience: %s }
      visitors:
        allowedOrigins: []
        identity:
          modes: [guest]
          guest: { secrets: ["%s"] }
      backend:
        identity:
          modes: [apiKey]
          apiKey: { keys: { demo: %s } }
    """
        .formatted(
            sandbox.identityProvider().issuer(),
            IdentityProvider.AUDIENCE,
            BackendKey.random().value(),
            key.sha256());
  }

  private static Map<String, String> overrides(
      AxpSandbox sandbox, PushRoute push, String host, int port, int managementPort) {
    SandboxAccount account = sandbox.account();
    return Map.ofEntries(
        Map.entry("server.warmUp", "0s"), // People who try it out want their token at once.
        Map.entry("server.host", host),
        Map.entry("server.port", Integer.toString(port)),
        Map.entry("management.port", Integer.toString(managementPort)),
        Map.entry("axp.hostName", sandbox.baseUri().toString()),
        Map.entry("axp.accountId", account.accountId()),
        Map.entry("axp.integrationId", account.integrationId()),
        Map.entry("axp.clientId", account.clientId()),
        Map.entry("axp.appKey", account.appKey()),
        Map.entry("axp.fcmConnectorBaseUrl", push.connector().toString()),
        Map.entry("axp.configId", push.configId()),
        Map.entry("identity.modes", "claimed"),
        Map.entry("limits.perAddress", GENEROUS),
        Map.entry("limits.perUser", GENEROUS),
        Map.entry("limits.burst", "1000"));
  }
}
