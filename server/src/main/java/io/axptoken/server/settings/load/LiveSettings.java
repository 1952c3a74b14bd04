package io.axptoken.server.settings.load;

import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.config.load.SettingsSource;
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
    RawConfiguration<Settings> written,
    Set<Path> files,
    SettingsSource<Settings> source,
    Consumer<LoggingSettings> logging) {
  /** Copies the files. */
  public LiveSettings {
    files = Set.copyOf(files);
  }
}
