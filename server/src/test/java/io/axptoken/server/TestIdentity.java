package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.config.IdentitySettings;
import io.axptoken.server.config.Loaded;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Identity settings as an operator writes them. */
final class TestIdentity {
  private static final Map<String, String> REST =
      Map.of(
          "AXP_HOST_NAME", "na.api.avayacloud.com",
          "AXP_ACCOUNT_ID", "ABCDEF",
          "AXP_INTEGRATION_ID", "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "AXP_CLIENT_ID", "client",
          "AXP_CLIENT_SECRET", "s3cr3t",
          "AXP_APP_KEY", "app-key");

  private TestIdentity() {}

  /** What the YAML text says, beside a server that lists an origin. */
  static IdentitySettings yaml(String text) {
    return load(text, Map.of("server.allowedOrigins", "https://shop.example")).identity();
  }

  /** All of the settings that the YAML text and some made-up account make. */
  static Settings settings(String yaml) {
    return load(yaml, Map.of());
  }

  private static Settings load(String yaml, Map<String, String> overrides) {
    try {
      Path file = Files.createTempFile("token-server", ".yaml");
      try {
        Files.writeString(file, yaml);
        Loaded<Settings> loaded = SettingsLoader.load(file, REST, overrides);
        assertThat(loaded).isInstanceOf(Loaded.Valid.class);
        return ((Loaded.Valid<Settings>) loaded).settings();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
