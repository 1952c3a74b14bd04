package io.axptoken.server.command;

import io.axptoken.service.command.CommandContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which configuration file is meant. */
final class ConfigFile {
  private static final String VARIABLE = "TOKEN_SERVER_CONFIG";

  private ConfigFile() {}

  /** The one that is named, else the installation's if it is there, else {@code null}. */
  static @Nullable Path find(@Nullable String named, CommandContext surroundings) {
    String variable = surroundings.environment().getOrDefault(VARIABLE, "");
    if (named != null || !variable.isEmpty()) {
      return Path.of(named != null ? named : variable);
    }
    Path home = surroundings.home();
    Path installed = home == null ? null : home.resolve("conf/token-server.yaml");
    return installed != null && Files.exists(installed) ? installed : null;
  }
}
