package io.axptoken.service.config.load;

import io.axptoken.service.config.LoggingSettings;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Settings of a server that can read them again while it runs.
 *
 * @param <S> the settings
 * @param settings to start with
 * @param protections what they protect
 * @param written what they were made of
 * @param files what they depend on besides
 * @param source where that was read
 * @param logging has the log follow its settings
 */
public record LiveSettings<S>(
    S settings,
    Protections protections,
    RawConfiguration<S> written,
    Set<Path> files,
    SettingsSource<S> source,
    Consumer<LoggingSettings> logging) {
  /** Copies the files. */
  public LiveSettings {
    files = Set.copyOf(files);
  }
}
