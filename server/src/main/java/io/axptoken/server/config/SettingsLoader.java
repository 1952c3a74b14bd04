package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults, then file, then environment, then command line: later ones win, value by value. */
public final class SettingsLoader {
  private SettingsLoader() {}

  /** What came out. */
  public sealed interface Loaded {
    /**
     * A configuration that is valid in itself.
     *
     * @param settings the records
     * @param effective the same in words, with where each value comes from
     */
    record Valid(Settings settings, EffectiveSettings effective) implements Loaded {}

    /**
     * A configuration that cannot be used.
     *
     * @param problems everything that is wrong, at least one
     * @param warnings what is odd besides, and may be the reason: a variable that was meant
     *     otherwise is a value that is missing
     */
    record Invalid(List<ConfigProblem> problems, List<String> warnings) implements Loaded {}
  }

  /**
   * Loads the settings. Only values in force count: a reference or a placeholder in the file does
   * no harm once the environment overrides it.
   *
   * @param file the YAML file, or {@code null} for none
   * @param environment the process's environment
   * @param overrides dotted keys to values, from the command line
   */
  public static Loaded load(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    return read(file, environment, overrides).resolve().loaded();
  }

  /** Reads what the operator has written, of which the settings can be made again and again. */
  public static Written read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    return Written.read(file, environment, overrides);
  }

  /** Reads a configuration that is known to be valid, for what its values are made of. */
  static SettingsReader reader(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides)
      throws YamlFile.Unusable {
    Problems problems = new Problems();
    Given given =
        new Given(
            new Layers(file, environment, overrides)
                .read(Catalogue.SERVER, problems, new ArrayList<>()));
    SettingsReader reader = new SettingsReader(given, new Interpolation(environment), problems);
    Reading.of(reader, given);
    return reader;
  }
}
