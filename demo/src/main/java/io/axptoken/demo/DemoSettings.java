package io.axptoken.demo;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.config.SettingsLoader;
import io.axptoken.server.config.SettingsLoader.Loaded;
import java.util.Map;

/** The server's configuration in the demo: the sandbox's account, limits that nobody meets. */
final class DemoSettings {
  private static final String GENEROUS = "6000/min";

  private DemoSettings() {}

  /**
   * Loads it, without a file and whatever the process's environment holds: a demo is the same
   * everywhere.
   */
  static Loaded load(AxpSandbox sandbox, String host, int port, int managementPort) {
    return SettingsLoader.load(
        null,
        Map.of("AXP_CLIENT_SECRET", sandbox.account().clientSecret()),
        overrides(sandbox, host, port, managementPort));
  }

  private static Map<String, String> overrides(
      AxpSandbox sandbox, String host, int port, int managementPort) {
    SandboxAccount account = sandbox.account();
    return Map.ofEntries(
        Map.entry("server.host", host),
        Map.entry("server.port", Integer.toString(port)),
        Map.entry("management.port", Integer.toString(managementPort)),
        Map.entry("axp.hostName", sandbox.baseUri().toString()),
        Map.entry("axp.accountId", account.accountId()),
        Map.entry("axp.integrationId", account.integrationId()),
        Map.entry("axp.clientId", account.clientId()),
        Map.entry("axp.appKey", account.appKey()),
        Map.entry("identity.modes", "claimed"),
        Map.entry("limits.perAddress", GENEROUS),
        Map.entry("limits.perUser", GENEROUS),
        Map.entry("limits.burst", "1000"));
  }
}
