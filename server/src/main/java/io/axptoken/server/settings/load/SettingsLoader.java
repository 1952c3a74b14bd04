package io.axptoken.server.settings.load;

import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the settings of the token server: defaults, then file, then environment, then command line;
 * later ones win, value by value.
 */
public final class SettingsLoader {
  private SettingsLoader() {}

  /**
   * Loads the settings. Only values in force count: a reference or a placeholder in the file does
   * no harm once the environment overrides it.
   *
   * @param file the YAML file, or {@code null} for none
   * @param environment the process's environment
   * @param overrides dotted keys to values, from the command line
   */
  public static Loaded<Settings> load(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    return read(file, environment, overrides).resolve().loaded();
  }

  /** Reads what the operator has written, of which the settings can be made again and again. */
  public static RawConfiguration<Settings> read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    return RawConfiguration.read(ServerSchema.SCHEMA, file, environment, overrides);
  }
}
