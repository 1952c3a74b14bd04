package io.axptoken.server.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says, wherever in it an option stands.
 *
 * @param config the configuration file, or {@code null}
 * @param overrides settings by dotted key
 * @param debug whether to log what happens inside
 * @param offline whether to check without calling the platform
 */
record Options(
    @Nullable String config, Map<String, String> overrides, boolean debug, boolean offline) {

  /** What {@code --production} sets. */
  static final String PRODUCTION_KEY = "server.production";
}
