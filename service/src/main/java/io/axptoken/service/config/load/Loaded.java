package io.axptoken.service.config.load;

import java.util.List;

/**
 * What came of loading a configuration.
 *
 * @param <S> the settings
 */
public sealed interface Loaded<S> {
  /**
   * A configuration that is valid in itself.
   *
   * @param settings the records
   * @param effective the same in words, with where each value comes from
   */
  record Valid<S>(S settings, EffectiveSettings effective) implements Loaded<S> {}

  /**
   * A configuration that cannot be used.
   *
   * @param problems everything that is wrong, at least one
   * @param warnings what is odd besides, and may be the reason: a variable that was meant otherwise
   *     is a value that is missing
   */
  record Invalid<S>(List<ConfigProblem> problems, List<String> warnings) implements Loaded<S> {}
}
