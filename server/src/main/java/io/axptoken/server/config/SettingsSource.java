package io.axptoken.server.config;

/**
 * Where the configuration is; it can be read again while the server runs.
 *
 * @param <S> the settings
 */
@FunctionalInterface
public interface SettingsSource<S> {
  /** Reads what the operator has written by now. */
  Written<S> read();
}
