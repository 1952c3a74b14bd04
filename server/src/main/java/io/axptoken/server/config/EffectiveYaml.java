package io.axptoken.server.config;

import io.axptoken.server.config.SettingsLoader.Loaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in force as YAML that loads again, each value with a comment that says where it
 * comes from. In a secret's place stands a reference to it.
 */
public sealed interface EffectiveYaml {
  /** The text, ending in a line break. */
  record Valid(String yaml) implements EffectiveYaml {}

  /** See {@link Loaded.Invalid}. */
  record Invalid(List<ConfigProblem> problems, List<String> warnings) implements EffectiveYaml {}

  /** Loads the settings; see {@link SettingsLoader#load} for the parameters. */
  static EffectiveYaml of(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    return switch (SettingsLoader.load(file, environment, overrides)) {
      case Loaded.Invalid(var problems, var warnings) -> new Invalid(problems, warnings);
      case Loaded.Valid _ -> {
        try {
          SettingsReader reader = SettingsLoader.reader(file, environment, overrides);
          yield new Valid(new YamlText(reader.taken()).text());
        } catch (YamlFile.Unusable e) {
          yield new Invalid(List.of(e.problem()), List.of());
        }
      }
    };
  }
}
