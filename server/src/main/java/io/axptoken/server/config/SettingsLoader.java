package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults, then file, then environment, then command line: later ones win, value by value. */
public final class SettingsLoader {
  private SettingsLoader() {}

  /** What came out. */
  public sealed interface Loaded {
    /** A configuration that is valid in itself. */
    record Valid(Settings settings) implements Loaded {}

    /** Everything that is wrong, at least one problem. */
    record Invalid(List<ConfigProblem> problems) implements Loaded {}
  }

  /**
   * Loads the settings.
   *
   * @param file the YAML file, or {@code null} for none
   * @param environment the process's environment
   * @param overrides dotted keys to values, from the command line
   */
  public static Loaded load(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    return new Loaded.Invalid(List.of());
  }
}
