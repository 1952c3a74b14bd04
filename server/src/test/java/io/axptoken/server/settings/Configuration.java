package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.ConfigProblem;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration under test: a minimal one that is valid, and what the test adds to it. */
final class Configuration {
  static final String SECRET = "s3cr3t-client";

  static final Map<String, String> REQUIRED =
      Map.of(
          "AXP_HOST_NAME", "na.api.avayacloud.com",
          "AXP_ACCOUNT_ID", "ABCDEF",
          "AXP_INTEGRATION_ID", "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "AXP_CLIENT_ID", "client",
          "AXP_CLIENT_SECRET", SECRET,
          "AXP_APP_KEY", "app-key");

  private final Map<String, String> environment = new LinkedHashMap<>(REQUIRED);
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private @Nullable Path file;

  /** All required values, and nothing else. */
  static Configuration minimal() {
    return new Configuration();
  }

  /** Nothing at all. */
  static Configuration none() {
    Configuration configuration = new Configuration();
    configuration.environment.clear();
    return configuration;
  }

  Configuration file(Path folder, String... lines) {
    try {
      String text = String.join("\n", lines);
      file = Files.writeString(folder.resolve("token-server.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Configuration file(Path path) {
    file = path;
    return this;
  }

  Configuration environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Configuration without(String name) {
    environment.remove(name);
    return this;
  }

  Configuration override(String key, String value) {
    overrides.put(key, value);
    return this;
  }

  Loaded<Settings> load() {
    return SettingsLoader.load(file, environment, overrides);
  }

  Loaded.Valid<Settings> valid() {
    Loaded<Settings> loaded = load();
    assertThat(loaded).isInstanceOf(Loaded.Valid.class);
    return (Loaded.Valid<Settings>) loaded;
  }

  Settings settings() {
    return valid().settings();
  }

  /** The problems as an operator reads them. */
  List<String> problems() {
    return switch (load()) {
      case Loaded.Valid<Settings> _ -> List.of();
      case Loaded.Invalid(List<ConfigProblem> problems, _) ->
          problems.stream().map(ConfigProblem::toString).toList();
    };
  }

  /** The problem, of which there must be exactly one. */
  String problem() {
    List<String> problems = problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
