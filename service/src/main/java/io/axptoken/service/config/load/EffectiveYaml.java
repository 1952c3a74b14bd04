package io.axptoken.service.config.load;

import java.util.List;

/**
 * The configuration in force as YAML that loads again, each value with a comment that says where it
 * comes from. In a secret's place stands a reference to it.
 */
public sealed interface EffectiveYaml {
  /** The text, ending in a line break. */
  record Valid(String yaml) implements EffectiveYaml {}

  /** See {@link Loaded.Invalid}. */
  record Invalid(List<ConfigProblem> problems, List<String> warnings) implements EffectiveYaml {}

  /** That of what was written. */
  static EffectiveYaml of(RawConfiguration<?> written) {
    return switch (written.resolve().loaded()) {
      case Loaded.Invalid(var problems, var warnings) -> new Invalid(problems, warnings);
      case Loaded.Valid(_, var effective) -> new Valid(new YamlText(effective.taken()).text());
    };
  }
}
