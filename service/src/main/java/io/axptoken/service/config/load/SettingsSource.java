package io.axptoken.service.config.load;

/**
 * Where the configuration is; it can be read again while the server runs.
 *
 * @param <S> the settings
 */
@FunctionalInterface
public interface SettingsSource<S> {
  /** Reads what the operator has written by now. */
  RawConfiguration<S> read();
}
