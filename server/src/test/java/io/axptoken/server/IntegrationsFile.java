package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.config.Loaded;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A configuration file with integrations, as an operator writes it, for a server in a test. */
final class IntegrationsFile {
  private final StringBuilder yaml =
      new StringBuilder(
          """
          server: { host: 127.0.0.1, port: 0, allowedOrigins: ["https://www.example.com"] }
          management: { port: 0 }
          limits: { perAddress: 100000/s, perUser: 100000/s, burst: 100000 }
          """);
  private boolean named;

  /** The section {@code axp}. */
  static IntegrationsFile of(URI platform, SandboxAccount account) {
    IntegrationsFile file = new IntegrationsFile();
    file.yaml.append("axp:\n");
    file.account("  ", platform, account);
    return file;
  }

  /** A file without an integration at {@code /token}. */
  static IntegrationsFile withoutDefault() {
    return new IntegrationsFile();
  }

  /** A named integration, with further lines. */
  IntegrationsFile and(String name, URI platform, SandboxAccount account, String... lines) {
    yaml.append(named ? "" : "integrations:\n").append("  ").append(name).append(":\n");
    named = true;
    account("    ", platform, account);
    for (String line : lines) {
      yaml.append("    ").append(line).append('\n');
    }
    return this;
  }

  private void account(String indent, URI platform, SandboxAccount account) {
    Map<String, String> values =
        Map.of(
            "platform", account.platform().name().toLowerCase(Locale.ROOT),
            "hostName", platform.toString(),
            "accountId", account.accountId(),
            "integrationId", account.integrationId(),
            "clientId", account.clientId(),
            "clientSecret", account.clientSecret(),
            "appKey", account.appKey());
    values.forEach((key, value) ->
        yaml.append(indent).append(key).append(": \"").append(value).append("\"\n"));
  }

  Settings settings() {
    try {
      Path file = Files.writeString(Files.createTempFile("token-server", ".yaml"), yaml);
      Loaded<Settings> loaded = SettingsLoader.load(file, Map.of(), Map.of());
      Files.delete(file);
      assertThat(loaded).isInstanceOf(Loaded.Valid.class);
      return ((Loaded.Valid<Settings>) loaded).settings();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
