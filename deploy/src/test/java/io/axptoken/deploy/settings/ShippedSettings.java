package io.axptoken.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.rules.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads a configuration that we ship as its container would, with secret files in their place. */
public final class ShippedSettings {
  private static final List<String> SECRETS = List.of("axp-client-secret", "axp-app-key");

  private final Loaded.Valid<Settings> loaded;

  private ShippedSettings(Loaded.Valid<Settings> loaded) {
    this.loaded = loaded;
  }

  /** Loads it, with {@code folder} in place of {@code /run/secrets}; it has to be valid. */
  public static ShippedSettings load(String yaml, Path folder) throws IOException {
    for (String secret : SECRETS) {
      Files.writeString(folder.resolve(secret), "a-s3cr3t-of-" + secret);
    }
    Path file = folder.resolve("token-server.yaml");
    Files.writeString(file, yaml.replace("/run/secrets", folder.toString()));
    Loaded<Settings> loaded = SettingsLoader.load(file, Map.of(), Map.of());
    assertThat(loaded).isInstanceOf(Loaded.Valid.class);
    return new ShippedSettings((Loaded.Valid<Settings>) loaded);
  }

  /** The records. */
  public Settings settings() {
    return loaded.settings();
  }

  /** What the rules of production say. */
  public Judgement judgement() {
    return ProductionRules.judge(loaded.settings(), loaded.effective());
  }

  /** What else is odd. */
  public List<String> warnings() {
    return loaded.effective().warnings();
  }
}
