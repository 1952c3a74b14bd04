package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.load.ServerSchema;
import io.axptoken.service.config.load.Loaded;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveSettingsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void everySettingIsThereWithItsOrigin() {
    Loaded.Valid<Settings> valid =
        Configuration.minimal()
            .file(folder, "server:", "  port: 1234")
            .override("limits.burst", "7")
            .valid();

    assertThat(valid.effective().entries())
        .hasSize((int) ServerSchema.SCHEMA.catalogue().stream().count());
    assertThat(valid.effective().entries().stream().map(Object::toString))
        .contains(
            "server.port = 1234 (" + folder.resolve("token-server.yaml") + ":2)",
            "limits.burst = 7 (command line)",
            "axp.clientId = client (environment variable AXP_CLIENT_ID)",
            "server.allowedOrigins = * (default)",
            "server.sslPassPhrase = \"\" (default)",
            "server.trustedProxies = [] (default)",
            "axp.clientSecret = [REDACTED] (environment variable AXP_CLIENT_SECRET)");
  }

  @Test
  void noSecretIsInAnythingThatPrints() {
    Loaded.Valid<Settings> valid =
        Configuration.minimal()
            .environment("SERVER_SSL_PASS_PHRASE", "s3cr3t-phrase")
            .file(folder, "axp: { clientSecret: s3cr3t-in-file }")
            .valid();

    assertThat(valid.toString()).doesNotContain("s3cr3t").contains("[REDACTED]");
    assertThat(valid.settings().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void secretsThatStandOpenlyInTheFileAreNamed() {
    Configuration configuration = Configuration.minimal().without("AXP_CLIENT_SECRET");
    configuration.environment("X", "s3cr3t");

    configuration.file(folder, "axp: { clientSecret: s3cr3t }");
    assertThat(configuration.valid().effective().openSecrets()).containsExactly("axp.clientSecret");

    configuration.file(folder, "axp: { clientSecret: '${env:X}' }");
    assertThat(configuration.valid().effective().openSecrets()).isEmpty();
    assertThat(Configuration.minimal().valid().effective().openSecrets()).isEmpty();
  }
}
