package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Settings of a server that can read them again while it runs.
 *
 * @param settings to start with
 * @param protections what they protect
 * @param written what they were made of
 * @param files what they depend on besides
 * @param source where that was read
 * @param logging has the log follow its settings
 */
public record LiveSettings(
    Settings settings,
    Protections protections,
    Written<Settings> written,
    Set<Path> files,
    SettingsSource<Settings> source,
    Consumer<LoggingSettings> logging) {
  /** Copies the files. */
  public LiveSettings {
    files = Set.copyOf(files);
  }
}
