package io.axptoken.server.config;

/** Where the configuration is; it can be read again while the server runs. */
@FunctionalInterface
public interface SettingsSource {
  /** Reads what the operator has written by now. */
  Written read();
}
